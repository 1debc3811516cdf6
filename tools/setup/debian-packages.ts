import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Runs apt on the private lists of this machine's own release, so that nothing depends on what is installed here. */
const apt = (suite: string, folder: string, command: readonly string[]): string =>
  execFileSync(
    'bash',
    ['-euo', 'pipefail', '-c', 'root=$1 suite=$2; source "$root/tools/setup/private-apt.sh"; cd "$3"; shift 3; private_apt "$suite" "$@"', 'apt',
      resolve('.'), suite, folder, ...command],
    { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'inherit'] },
  );

/** Reads the suite's index; throws where the mirror cannot be reached. */
export const updateIndex = (suite: string): void => {
  execFileSync('bash', ['-euo', 'pipefail', '-c', 'root=$1; source "$root/tools/setup/private-apt.sh"; private_apt_update "$2"', 'apt', resolve('.'), suite], {
    stdio: 'inherit',
  });
};

/** The named packages and all they depend on, as far as `follow` allows. */
export const closure = (suite: string, names: readonly string[], follow: RegExp): readonly string[] => {
  const found = new Set<string>();
  for (let wave = [...names]; wave.length > 0; ) {
    for (const name of wave) found.add(name);
    const wanted = dependencies(apt(suite, '.', ['apt-cache', 'show', '--no-all-versions', ...wave]));
    wave = [...new Set(wanted)].filter((name) => follow.test(name) && !found.has(name));
  }
  return [...found].sort();
};

// Of alternatives (`a | b`) the first is what Debian itself prefers.
const dependencies = (stanza: string): readonly string[] =>
  [...stanza.matchAll(/^(?:Pre-)?Depends: (.*)$/gm)].flatMap(([, list = '']) =>
    list.split(',').map((entry) => (entry.split('|')[0] ?? '').trim().replace(/[ (:].*$/, '')),
  );

/** Downloads the packages and unpacks them into `rootfs`; no maintainer script runs. */
export const unpackPackages = (suite: string, names: readonly string[], folder: string, rootfs: string): void => {
  mkdirSync(folder, { recursive: true });
  if (names.length > 0) apt(suite, folder, ['apt-get', '-qq', 'download', ...names]);
  for (const file of readdirSync(folder).sort()) execFileSync('dpkg', ['-x', join(folder, file), rootfs]);
};
