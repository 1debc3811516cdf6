import pino from 'pino';

/** Structured log on standard error: one JSON object a line. `LOG_LEVEL` chooses what is shown. */
export type Log = pino.Logger;

export const openLog = (name: string, level = 'info', destination?: string): Log =>
  pino({ name, level, base: { name } }, destination === undefined ? pino.destination({ dest: 2, sync: true }) : pino.destination({ dest: destination, sync: true }));
