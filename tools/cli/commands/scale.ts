import { CommandError } from '../api.ts';
import type { Command } from '../command.ts';
import { meantProject } from '../project.ts';
import { followRevision } from '../revision.ts';
import type { RevisionAnswer } from './up.ts';

const replicasMax = 10_000;

/** `web=5` → `{ web: 5 }` */
export const parseScale = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    words.map((word) => {
      const [, service, replicas] = /^([^=]+)=(\d+)$/.exec(word) ?? [];
      if (service === undefined || Number(replicas) > replicasMax) throw new CommandError(`"${word}" is not SERVICE=REPLICAS (at most ${replicasMax}), such as web=5`, 125);
      return [service, Number(replicas)];
    }),
  );

export const scale: Command = {
  name: 'scale',
  usage: 'scale SERVICE=REPLICAS...',
  help: 'Changes the number of replicas of services.',
  run: async (invocation) => {
    if (invocation.words.length === 0) throw new CommandError('say what to scale: lading scale web=5', 125);
    const replicas = parseScale(invocation.words);
    const project = await meantProject(invocation);
    const { changed, revision } = await invocation.api.json<RevisionAnswer>('POST', `/api/v1/projects/${encodeURIComponent(project)}/scale`, { replicas });
    if (changed) await followRevision(invocation, project, revision);
    else invocation.err('nothing to do: it has so many replicas\n');
  },
};
