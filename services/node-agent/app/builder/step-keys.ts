import type { Operation } from '../../build-graph/operation.ts';
import { keyOf } from './step-cache.ts';

/**
 * What stands for the result of a step: what lies below it, the step, and what it reads. Times, secrets and proxies are no part of it, nor
 * is where in the file it stands. What lies below is meant by its layers, so that a step which came out the same keeps those after it.
 */
export const stepKey = (lowers: readonly string[], operation: Operation, reads: readonly string[], epochSeconds: number | undefined): string => {
  const standsAlone = operation.op === 'copy' && operation.link;
  return keyOf('step 1', standsAlone ? '' : lowers.join(' '), JSON.stringify(said(operation)), reads.join(' '), String(epochSeconds ?? ''));
};

/** Of files of a stage or an image. */
export const sourceKey = (layers: readonly string[], what: unknown): string => keyOf('source 1', layers.join(' '), JSON.stringify(what));

const said = (operation: Operation): unknown => {
  switch (operation.op) {
    case 'run': {
      const { proxyEnvironment: _, mounts, ...rest } = operation;
      return { ...rest, mounts: mounts.map((mount) => ('from' in mount ? { ...mount, from: mount.from.kind } : mount)) };
    }
    case 'copy':
    case 'add':
      return { ...operation, from: operation.from.kind };
    default:
      return operation;
  }
};
