import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mount as SpecMount } from '#proto/container.ts';
import type { Mount, Run } from '../../build-graph/operation.ts';
import type { AgentSockets } from '../../effects/builder/agent-sockets.ts';
import type { CacheMounts } from '../../effects/builder/cache-mounts.ts';
import { copyTree } from '../../effects/builder/copy-tree.ts';
import { lookUp, SourceMissing, type FoundSource } from '../../effects/builder/find-sources.ts';
import type { PreparedMount } from '../../effects/runtime/port.ts';
import type { Inputs } from './inputs.ts';

export type Mounting = {
  inputs: Inputs;
  caches: CacheMounts;
  /** By id. */
  secrets: ReadonlyMap<string, Buffer>;
  /** Of the client, by id. */
  ssh: { ids: ReadonlySet<string>; sockets: AgentSockets; ask: (id: string, connection: string) => void };
  /** For secrets and scripts: best in memory. */
  filesDirectory: string;
  /** Folder of the build's own on the disk, for what is temporary and may be large. */
  folder: string;
  signal: AbortSignal;
};

/** What a command sees beside its root filesystem, ready to be mounted. */
export type OpenedMounts = {
  binds: readonly PreparedMount[];
  tmpfs: readonly SpecMount[];
  /** `NAME=value` */
  environment: readonly string[];
  /** Targets that are no change of the step. */
  targets: readonly string[];
  close: () => Promise<void>;
};

type Opened = { binds: PreparedMount[]; tmpfs: SpecMount[]; environment: string[]; closing: (() => Promise<void> | void)[] };

/** Makes ready what `RUN --mount` asks for, and the scripts of heredocs. */
export const openRunMounts = async (on: Mounting, { mounts, files }: Run): Promise<OpenedMounts> => {
  const opened: Opened = { binds: [], tmpfs: [], environment: [], closing: [] };
  const own = join(on.filesDirectory, randomUUID());
  mkdirSync(own, { recursive: true, mode: 0o711 });
  opened.closing.push(() => rm(own, { recursive: true, force: true }));
  const close = async (): Promise<void> => {
    for (const each of opened.closing.toReversed()) await each();
  };
  try {
    for (const mount of mounts) await open(on, mount, own, opened);
    for (const { path, content, mode } of files) opened.binds.push(fileMount(own, path, Buffer.from(content), { mode, uid: 0, gid: 0 }));
  } catch (error) {
    await close();
    throw error;
  }
  return { ...opened, targets: [...opened.binds, ...opened.tmpfs].map(({ target }) => target), close };
};

const open = async (on: Mounting, mount: Mount, own: string, opened: Opened): Promise<void> => {
  switch (mount.type) {
    case 'bind':
      return void opened.binds.push(await bind(on, mount, opened));
    case 'cache': {
      const { path, release } = await on.caches.open({
        id: mount.id, sharing: mount.sharing, owner: mount, mode: mount.mode, signal: on.signal,
        fill: async (directory) => {
          if (mount.from.kind !== 'scratch') await copyTree((await sourceOf(on, mount)).at, Buffer.from(directory), { contentOnly: true, signal: on.signal });
        },
      });
      opened.closing.push(release);
      return void opened.binds.push({ source: path, target: mount.target, readOnly: mount.readOnly, propagation: 'rprivate' });
    }
    case 'tmpfs':
      return void opened.tmpfs.push({ type: 'tmpfs', source: '', target: mount.target, readOnly: false, propagation: '', noCopy: false, tmpfsSizeBytes: mount.sizeBytes, tmpfsMode: 0, createHostPath: false, anonymous: false, subpath: '', volumeLabels: {}, nonRecursive: false, readOnlyNonRecursive: false, tmpfsOptions: [], volumeOptions: {}, mode: '' });
    case 'secret': {
      const secret = on.secrets.get(mount.id);
      if (secret === undefined && mount.required) throw new Error(`secret ${mount.id} was not given: give it by --secret id=${mount.id},src=FILE`);
      if (secret === undefined) return undefined;
      if (mount.target !== '') opened.binds.push({ ...fileMount(own, mount.target, secret, mount), readOnly: true });
      if (mount.env !== '') opened.environment.push(`${mount.env}=${secret.toString('utf8')}`);
      return undefined;
    }
    case 'ssh':
      return openSsh(on, mount, own, opened);
  }
};

const openSsh = async ({ ssh }: Mounting, mount: Extract<Mount, { type: 'ssh' }>, own: string, opened: Opened): Promise<void> => {
  if (!ssh.ids.has(mount.id) && mount.required) throw new Error(`no ssh agent was given for ${mount.id}: give it by --ssh ${mount.id}`);
  if (!ssh.ids.has(mount.id)) return;
  const { path, close } = await ssh.sockets.open(own, { ...mount, name: `ssh-${opened.binds.length}` }, (connection) => ssh.ask(mount.id, connection));
  opened.closing.push(close);
  opened.binds.push({ source: path, target: mount.target, readOnly: false, propagation: 'rprivate', isFile: true });
  // Of several the first one, as with BuildKit.
  if (!opened.environment.some((pair) => pair.startsWith('SSH_AUTH_SOCK='))) opened.environment.push(`SSH_AUTH_SOCK=${mount.target}`);
};

const fileMount = (own: string, target: string, content: Buffer, { mode, uid, gid }: { mode: number; uid: number; gid: number }): PreparedMount => {
  const source = join(own, randomUUID());
  writeFileSync(source, content, { mode: 0o600 });
  chownSync(source, uid, gid);
  chmodSync(source, mode);
  return { source, target, readOnly: false, propagation: 'rprivate', isFile: true };
};

const sourceOf = async ({ inputs }: Mounting, { from, source }: Extract<Mount, { type: 'bind' | 'cache' }>): Promise<FoundSource> => {
  const { root } = await inputs.open(from);
  const found = lookUp(root, source.replace(/^\/+/, ''));
  if (!found) throw new SourceMissing(`mount source ${source} is not there`);
  return found;
};

// What a command writes into a copy is thrown away with it.
const bind = async (on: Mounting, mount: Extract<Mount, { type: 'bind' }>, opened: Opened): Promise<PreparedMount> => {
  const { at, stats } = await sourceOf(on, mount);
  const target = { target: mount.target, readOnly: mount.readOnly, propagation: 'rprivate', isFile: !stats.isDirectory() };
  if (mount.readOnly) return { ...target, source: at.toString('utf8') };
  const copy = join(on.folder, randomUUID());
  await copyTree(at, Buffer.from(copy), { signal: on.signal });
  opened.closing.push(() => rm(copy, { recursive: true, force: true }));
  return { ...target, source: copy };
};
