import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine, Said } from './machine.ts';
import { peersFolder } from './peers.ts';

const unpacked = join(peersFolder, 'clients/usr');
const libraries = globSync(join(unpacked, 'lib/*-linux-gnu')).join(':');

export type PeerName = 'skopeo' | 'buildah' | 'podman';

const programOf = (name: PeerName): string | undefined => [join(unpacked, 'bin', name), `/usr/bin/${name}`].find((path) => existsSync(path) && spawnSync(path, ['--version'], { env: { LD_LIBRARY_PATH: libraries } }).status === 0);

export const whyNot = (name: PeerName): string | undefined => (programOf(name) === undefined ? `without ${name} ("make peers" unpacks it)` : undefined);

/** A client of registries on a machine's network, with configuration and storage of its own. */
export type Peer = { said: (...words: string[]) => Promise<Said>; run: (...words: string[]) => Promise<string>; close: () => void };

export const openPeer = (name: PeerName, machine: Machine): Peer => {
  const folder = mkdtempSync(`/var/tmp/lading-${name}-`);
  const file = (path: string, text: string): string => {
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  mkdirSync(join(folder, 'tmp'));
  const policy = file('policy.json', JSON.stringify({ default: [{ type: 'insecureAcceptAnything' }] }));
  const environment = [
    `LD_LIBRARY_PATH=${libraries}`,
    `HOME=${folder}`,
    `TMPDIR=${join(folder, 'tmp')}`,
    `XDG_RUNTIME_DIR=${folder}`,
    `CONTAINERS_CONF=${file('containers.conf', '[engine]\nevents_logger = "none"\ncgroup_manager = "cgroupfs"\n')}`,
    `CONTAINERS_REGISTRIES_CONF=${file('registries.conf', 'unqualified-search-registries = []\n[[registry]]\nlocation = "127.0.0.1"\ninsecure = true\n')}`,
    `CONTAINERS_STORAGE_CONF=${file('storage.conf', `[storage]\ndriver = "vfs"\ngraphroot = "${folder}/storage"\nrunroot = "${folder}/run"\n`)}`,
  ];
  const before = name === 'skopeo' ? ['--policy', policy] : [];
  // Only these two words of theirs read a policy, and only as an option of their own.
  const after = (word = ''): string[] => (name !== 'skopeo' && (word === 'pull' || word === 'push') ? ['--signature-policy', policy] : []);
  const said = ([word = '', ...words]: readonly string[]): Promise<Said> => machine.inside('env', ...environment, programOf(name) ?? name, ...before, word, ...after(word), ...words);
  return {
    said: (...words) => said(words),
    run: async (...words) => {
      const { code, out, err } = await said(words);
      if (code !== 0) throw new Error(`${name} ${words.join(' ')} ended with ${code}: ${err}${out}`);
      return out;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
