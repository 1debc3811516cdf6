import { Rejection } from '#kernel/rejection.ts';
import type { Instruction } from '../dockerfile/instruction.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { evaluateStage } from './evaluate.ts';
import { readImageConfig } from './image-config.ts';
import type { ContainerConfig } from './operation.ts';
import { defaultOptions } from './options.ts';
import { planBuild } from './plan.ts';

/** What changes how containers of an image run, and no file of it. */
const allowed: ReadonlySet<Instruction['kind']> = new Set(['cmd', 'entrypoint', 'env', 'expose', 'healthcheck', 'label', 'onbuild', 'stopsignal', 'user', 'volume', 'workdir']);

/**
 * A configuration after some instructions of a Dockerfile, as `docker commit --change` and `docker import --change` take them. `platform` is
 * `linux/amd64`. Throws DOCKERFILE_INVALID with what is wrong where, and INVALID for an instruction that changes files.
 */
export const applyChanges = (configJson: unknown, changes: readonly string[], platform: string): ContainerConfig => {
  const { config, ...image } = readImageConfig({ config: configJson });
  if (changes.length === 0) return config;
  const dockerfile = parseDockerfile(['FROM scratch', ...changes].join('\n'), { file: 'changes' });
  const [stage, ...more] = dockerfile.stages;
  const other = [...(stage?.instructions ?? []), ...more].find((one) => !('kind' in one) || !allowed.has(one.kind));
  if (other) throw new Rejection('INVALID', `${other.text.split(/\s/, 1)[0] ?? ''} is not a valid change command: give one of ${[...allowed].join(', ')}, or build the image`);
  // Triggers are for who builds on the image: they are not used up here.
  const { OnBuild: triggers = [], ...rest } = config;
  const { config: changed } = evaluateStage(planBuild(dockerfile, defaultOptions(platform)), 0, { kind: 'image', image: { ...image, config: rest } }).image;
  const onBuild = [...triggers, ...(changed.OnBuild ?? [])];
  return { ...changed, Env: (changed.Env ?? []).filter((variable) => isSaid(variable, config, changes)), ...(onBuild.length > 0 ? { OnBuild: onBuild } : {}) };
};

// A build gives every image a PATH; this is none.
const isSaid = (variable: string, { Env = [] }: ContainerConfig, changes: readonly string[]): boolean =>
  !variable.startsWith('PATH=') || Env.some((one) => one.startsWith('PATH=')) || changes.some((change) => /^\s*env\s[\s\S]*\bPATH\b/i.test(change));
