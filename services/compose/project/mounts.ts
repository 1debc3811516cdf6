import type { Mount } from './model.ts';
import { isHostPath, resolvePath } from './paths.ts';
import type { At, Reader } from './reader.ts';

/** What relative paths start from, and what `~` means. */
export type Folders = { projectDir: string; home: string | undefined };

const plain = { readOnly: false, propagation: '', noCopy: false, createHostPath: false, tmpfsSizeBytes: 0, tmpfsMode: 0, subpath: '' };

/** `volumes` in both forms, and `tmpfs`. */
export const readMounts = (reader: Reader, volumes: At, tmpfs: At, folders: Folders): Mount[] => {
  const mounts = [
    ...reader.items(volumes).flatMap((item) => (item.tree?.kind === 'mapping' ? longMount(reader, item, folders) : shortMount(reader, item, folders))),
    ...reader.texts(tmpfs).map((line) => tmpfsMount(reader, tmpfs, line)),
  ];
  const seen = new Set<string>();
  for (const { target } of mounts) {
    if (seen.has(target)) reader.problem(volumes, `two mounts have the target ${target}: keep one`);
    seen.add(target);
  }
  return mounts;
};

const propagations = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
/** Options that mean nothing on Linux without SELinux, or are the default. */
const harmless = ['rw', 'z', 'Z', 'cached', 'delegated', 'consistent'];

const shortMount = (reader: Reader, item: At, folders: Folders): Mount[] => {
  const parts = reader.text(item).split(':');
  const [source = '', target, options = ''] = parts.length === 1 ? ['', parts[0]] : parts;
  if (target === undefined || !target.startsWith('/') || parts.length > 3) {
    reader.problem(item, `"${parts.join(':')}" is no mount: write SOURCE:TARGET[:ro] with an absolute target`);
    return [];
  }
  const isBind = isHostPath(source);
  const mount: Mount = { ...plain, type: isBind ? 'bind' : 'volume', source: isBind ? resolvePath(folders.projectDir, source, folders.home) : source, target, createHostPath: isBind };
  for (const option of options === '' ? [] : options.split(',')) {
    if (option === 'ro') mount.readOnly = true;
    else if (option === 'nocopy') mount.noCopy = true;
    else if (propagations.includes(option)) mount.propagation = option;
    else if (!harmless.includes(option)) reader.problem(item, `"${option}" is no option of a mount: use ro, rw or nocopy`);
  }
  return [mount];
};

const longKeys = { used: ['type', 'source', 'target', 'read_only', 'bind', 'volume', 'tmpfs', 'consistency'] };

const longMount = (reader: Reader, item: At, { projectDir, home }: Folders): Mount[] => {
  const field = reader.fields(item, longKeys);
  const type = reader.text(field('type'));
  if (type !== 'bind' && type !== 'volume' && type !== 'tmpfs') {
    reader.problem(item, type === '' ? 'has no type: say bind, volume or tmpfs' : `a mount of type ${type} is not possible yet: use bind, volume or tmpfs`);
    return [];
  }
  const bind = reader.fields(field('bind'), { used: ['propagation', 'create_host_path'], unused: { selinux: 'means nothing here', recursive: 'has no effect yet' } });
  const volume = reader.fields(field('volume'), { used: ['nocopy', 'subpath'], unused: { labels: 'has no effect yet' } });
  const tmpfs = reader.fields(field('tmpfs'), { used: ['size', 'mode'] });
  const source = reader.text(field('source'));
  const target = reader.text(field('target'));
  if (!target.startsWith('/')) reader.problem(field('target'), `the target "${target}" is not absolute: begin it with /`);
  if (type === 'bind' && source === '') reader.problem(item, 'a bind mount has no source: say the path of the host');
  return [
    {
      type,
      source: type === 'bind' ? resolvePath(projectDir, source, home) : type === 'tmpfs' ? '' : source,
      target,
      readOnly: reader.flag(field('read_only')),
      propagation: reader.text(bind('propagation')),
      noCopy: reader.flag(volume('nocopy')),
      createHostPath: reader.flag(bind('create_host_path'), type === 'bind'),
      tmpfsSizeBytes: reader.bytes(tmpfs('size')),
      tmpfsMode: octal(reader.text(tmpfs('mode'))),
      subpath: reader.text(volume('subpath')),
    },
  ];
};

// `tmpfs: /run:size=64m,mode=1770`
const tmpfsMount = (reader: Reader, at: At, line: string): Mount => {
  const [target = '', options = ''] = line.split(':');
  if (!target.startsWith('/')) reader.problem(at, `"${line}" is no tmpfs: give an absolute path`);
  const mount: Mount = { ...plain, type: 'tmpfs', source: '', target };
  for (const option of options === '' ? [] : options.split(',')) {
    const [name, value = ''] = option.split('=');
    if (name === 'size') mount.tmpfsSizeBytes = reader.bytes({ tree: { kind: 'scalar', value, text: value, place: at.tree?.place ?? { file: '', line: 0, column: 0 } }, path: at.path });
    else if (name === 'mode') mount.tmpfsMode = octal(value);
    else if (name === 'ro') mount.readOnly = true;
  }
  return mount;
};

const octal = (text: string): number => (text === '' ? 0 : Number.parseInt(text.replace(/^0o/, ''), 8) || 0);
