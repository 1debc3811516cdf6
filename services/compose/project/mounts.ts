import type { Mount } from './model.ts';
import { isHostPath, resolvePath } from './paths.ts';
import { parseBytes } from './quantities.ts';
import type { At, Reader } from './reader.ts';

/** What relative paths start from, and what `~` means. */
export type Folders = { projectDir: string; home: string | undefined };

const plain = { readOnly: false, propagation: '', noCopy: false, createHostPath: false, tmpfsSizeBytes: 0, tmpfsMode: 0, subpath: '' };

/** `volumes` in both forms, and `tmpfs`. */
export const readMounts = (reader: Reader, volumes: At, tmpfs: At, folders: Folders): Mount[] => {
  const mounts = [
    ...reader.items(volumes).flatMap((item) => (item.tree?.kind === 'mapping' ? longMount(reader, item, folders) : shortMount(reader, item, folders))),
    ...reader.oneOrMore(tmpfs).map((item) => tmpfsMount(reader, item)),
  ];
  const seen = new Set<string>();
  for (const { target } of mounts) {
    const place = resolvePath('/', target, undefined);
    if (seen.has(place)) reader.problem(volumes.tree ? volumes : tmpfs, `two mounts have the target ${target}: keep one`);
    seen.add(place);
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
  const propagation = reader.text(bind('propagation'));
  if (propagation !== '' && !propagations.includes(propagation)) reader.problem(bind('propagation'), `"${propagation}" is no propagation: use ${propagations.join(', ')}`);
  if (type === 'bind' && source === '') reader.problem(item, 'a bind mount has no source: say the path of the host');
  return [
    {
      type,
      source: type === 'bind' ? resolvePath(projectDir, source, home) : type === 'tmpfs' ? '' : source,
      target,
      readOnly: reader.flag(field('read_only')),
      propagation,
      noCopy: reader.flag(volume('nocopy')),
      createHostPath: reader.flag(bind('create_host_path'), type === 'bind'),
      tmpfsSizeBytes: reader.bytes(tmpfs('size')),
      tmpfsMode: octal(reader, tmpfs('mode'), reader.text(tmpfs('mode'))),
      subpath: reader.text(volume('subpath')),
    },
  ];
};

/** Docker's own for every tmpfs, or no change. */
const usual = ['rw', 'noexec', 'nosuid', 'nodev'];

// `tmpfs: /run:size=64m,mode=1770`
const tmpfsMount = (reader: Reader, item: At): Mount => {
  const line = reader.text(item);
  const [target = '', options = ''] = line.split(':');
  if (!target.startsWith('/')) reader.problem(item, `"${line}" is no tmpfs: give an absolute path`);
  const mount: Mount = { ...plain, type: 'tmpfs', source: '', target };
  for (const option of options === '' ? [] : options.split(',')) {
    const [name, value = ''] = option.split('=');
    if (name === 'size') mount.tmpfsSizeBytes = size(reader, item, value);
    else if (name === 'mode') mount.tmpfsMode = octal(reader, item, value);
    else if (name === 'ro') mount.readOnly = true;
    else if (!usual.includes(option)) reader.problem(item, `the option ${option} of a tmpfs is not possible yet: use size, mode and ro`);
  }
  return mount;
};

const size = (reader: Reader, item: At, text: string): number => {
  const bytes = parseBytes(text);
  if (bytes === undefined || bytes < 0) reader.problem(item, `"${text}" is no size: write one such as size=64m`);
  return bytes ?? 0;
};

const octal = (reader: Reader, at: At, text: string): number => {
  if (text === '') return 0;
  if (/^(0o)?[0-7]{1,5}$/.test(text)) return Number.parseInt(text.replace('0o', ''), 8);
  reader.problem(at, `"${text}" is no file mode: write an octal one such as 1777`);
  return 0;
};
