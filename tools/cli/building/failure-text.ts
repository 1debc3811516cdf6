import type { BuildProgress } from '#endpoints/build-progress.ts';

type Ended = Extract<BuildProgress, { type: 'ended' }>;

/** Why a build failed: the end of what the command wrote, the Dockerfile's lines with the one to blame, and the error. */
export const failureText = ({ outcome, message, failure }: Ended, { withOutput }: { withOutput: boolean }): string => {
  if (outcome === 'cancelled') return `cancelled: ${message}\n`;
  const output = withOutput && failure?.output ? `------\n${failure.output.replace(/\n?$/, '\n')}------\n` : '';
  const place = failure?.place;
  if (!failure || !place) return `${output}error: ${message}\n`;
  const width = Math.max(...failure.lines.map(({ number }) => String(number).length), 1);
  const lines = failure.lines.map(({ number, text }) => `${number >= place.line && number <= place.endLine ? '>>>' : '   '} ${String(number).padStart(width)} | ${text}`.trimEnd());
  return `${output}${place.file}:${place.line}\n${lines.join('\n')}\nerror: ${message}\n`;
};
