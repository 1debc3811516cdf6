import { join } from 'node:path';

/** Where the commands of builds run, apart from containers: whatever is there when an agent starts was left by one that was killed. */
export const buildRuntimeOf = <Options extends { stateDir: string; runDir: string; cgroupParent: string }>(options: Options): Options => ({
  ...options,
  runDir: join(options.runDir, 'b'),
  cgroupParent: `${options.cgroupParent}/builds`,
});
