import type { Ignore } from '../dockerignore/ignore.ts';
import { parsePlatform, type Platform } from './platform.ts';

/** What is asked of a build, beside its Dockerfile. */
export type BuildOptions = {
  /** Name or number of a stage; empty for the last one. */
  target: string;
  /** `--build-arg`. */
  arguments: ReadonlyMap<string, string>;
  /** `--build-context name=value`: `docker-image://…`, a URL of a git repository or archive, or whatever the client calls a directory. */
  contexts: ReadonlyMap<string, string>;
  /** Of the image that is wanted; undefined for that of the machine. */
  targetPlatform: Platform | undefined;
  /** Of the machine that builds. */
  buildPlatform: Platform;
  /** `--label`: of the image that comes out. */
  labels: ReadonlyMap<string, string>;
  /** `--no-cache`. */
  noCache: boolean;
  /** `--no-cache-filter`: names of stages. */
  noCacheStages: readonly string[];
  /** `--network`: of every RUN that does not say otherwise. */
  network: 'default' | 'none' | 'host';
  /** What is left out of the context, for warnings. */
  ignore: Ignore | undefined;
};

const linux: Platform = { os: 'linux', architecture: 'amd64', variant: '' };

/** Nothing asked for. `platform` is that of the machine that builds. */
export const defaultOptions = (platform: string): BuildOptions => ({
  target: '', arguments: new Map(), contexts: new Map(), targetPlatform: undefined, buildPlatform: parsePlatform(platform, linux), labels: new Map(), noCache: false, noCacheStages: [], network: 'default', ignore: undefined,
});

export const targetPlatformOf = ({ targetPlatform, buildPlatform }: BuildOptions): Platform => targetPlatform ?? buildPlatform;
