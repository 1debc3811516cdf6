import { readFileSync } from 'node:fs';
import { run } from '#kernel/service.ts';
import { CommandError } from '../cli/api.ts';
import { daemonConfig } from './config.ts';
import { enterNamespace } from './enter-namespace.ts';
import { serveAgent, serveAlone } from './serve-alone.ts';
import { isServiceName, services } from './services.ts';

/** `lading serve NAME` until SIGTERM. */
export const serveInForeground = async (name: string, { nats, seedFile }: { nats: string | undefined; seedFile: string | undefined }): Promise<void> => {
  const config = daemonConfig({ ...process.env, ...(nats === undefined ? {} : { LADING_NATS: nats }) });
  const seed = seedFile === undefined ? (process.env.LADING_NATS_SEED ?? '') : readFileSync(seedFile, 'utf8').trim();
  if (name === 'node-agent') {
    enterNamespace(config.paths.run);
    return run((keep) => serveAgent(config, seed, keep));
  }
  if (!isServiceName(name)) throw new CommandError(`"${name}" is no service: say ${[...Object.keys(services), 'node-agent'].join(', ')}`, 125);
  return run((keep) => serveAlone(name, config, seed, keep));
};
