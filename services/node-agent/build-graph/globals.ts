import { suggest } from '#kernel/suggest.ts';
import { expand } from '../dockerfile/expand.ts';
import type { Dockerfile } from '../dockerfile/instruction.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { misuseAt } from './misuse-at.ts';
import { targetPlatformOf, type BuildOptions } from './options.ts';
import { formatPlatform, type Platform } from './platform.ts';

/**
 * Variables of FROM, and of an ARG without a value in a stage: platforms, the target, and ARG before the first FROM. A build argument beats what
 * the file says. https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export const globalsOf = (dockerfile: Dockerfile, options: BuildOptions, targetName: string, isDefault = false): ReadonlyMap<string, string> => {
  const given = isDefault ? new Map<string, string>() : options.arguments;
  const globals = new Map(predefined(options, targetName).map(([name, value]) => [name, given.get(name) ?? value]));
  const allowance = { left: allowedLength };
  for (const arg of dockerfile.globals)
    misuseAt(dockerfile, arg, () => {
      for (const { name, value } of arg.arguments) {
        const known = given.get(name) ?? (value === undefined ? undefined : expand(value, (other) => globals.get(other), { escape: dockerfile.escape, allowance }).text);
        if (known !== undefined) globals.set(name, known);
      }
    });
  return globals;
};

const allowedLength = 1024 * 1024;

const predefined = (options: BuildOptions, targetName: string): readonly (readonly [string, string])[] => [
  ...ofPlatform('BUILD', options.buildPlatform),
  ...ofPlatform('TARGET', targetPlatformOf(options)),
  ['TARGETSTAGE', targetName || 'default'],
];

const ofPlatform = (prefix: string, platform: Platform): readonly (readonly [string, string])[] => [
  [`${prefix}PLATFORM`, formatPlatform(platform)],
  [`${prefix}OS`, platform.os],
  [`${prefix}OSVERSION`, ''],
  [`${prefix}ARCH`, platform.architecture],
  [`${prefix}VARIANT`, platform.variant],
];

/** Of the year 9999: later times cannot be written in an image. RFC 3339 */
const lastSecond = 253_402_300_799;

/** Seconds of SOURCE_DATE_EPOCH, from a build argument or an ARG before the first FROM. Undefined when there is none. Throws Misuse. https://reproducible-builds.org/docs/source-date-epoch/ */
export const epochOf = (options: BuildOptions, globals: ReadonlyMap<string, string>): number | undefined => {
  const value = options.arguments.get('SOURCE_DATE_EPOCH') ?? globals.get('SOURCE_DATE_EPOCH') ?? '';
  if (value === '') return undefined;
  if (!/^\d{1,12}$/.test(value) || Number(value) > lastSecond) throw new Misuse(`SOURCE_DATE_EPOCH is "${value}", and has to be whole seconds since 1970, up to the year 9999`, 'SOURCE_DATE_EPOCH');
  return Number(value);
};

/** Names that mean something although no ARG declares them. */
export const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

const isForBuilder = (name: string): boolean => proxyNames.includes(name.toUpperCase()) || name.startsWith('BUILDKIT_') || name === 'SOURCE_DATE_EPOCH';

/** `; did you mean …` for a build argument that nothing declares; undefined for one that needs no declaration. */
export const undeclared = (name: string, declared: ReadonlySet<string>): string | undefined => {
  if (declared.has(name) || isForBuilder(name)) return undefined;
  const near = suggest(name, [...declared]);
  return `the build argument ${name} is used nowhere: ${near === undefined ? `declare it by ARG ${name} in the stage that needs it` : `did you mean "${near}"?`}`;
};
