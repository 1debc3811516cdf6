import { createReadStream, existsSync } from 'node:fs';
import { CommandError, textOf } from '../api.ts';
import { flag, text, type Command } from '../command.ts';
import { listOptions, showList, type Column } from '../output.ts';
import { ago, size } from '../table.ts';

type DockerImage = { Id: string; RepoTags: string[]; Created: number; Size: number };
type Row = { repository: string; tag: string; id: string; createdAtMs: number; bytes: number };

const columns = (nowMs: number): Column<Row>[] => [
  { name: 'REPOSITORY', field: 'Repository', cell: ({ repository }) => repository },
  { name: 'TAG', field: 'Tag', cell: ({ tag }) => tag },
  { name: 'IMAGE ID', field: 'ID', cell: ({ id }) => id },
  { name: 'CREATED', field: 'CreatedSince', cell: ({ createdAtMs }) => (createdAtMs === 0 ? 'N/A' : ago(createdAtMs, nowMs)) },
  { name: 'SIZE', field: 'Size', cell: ({ bytes }) => size(bytes) },
];

export const imageLs: Command = {
  name: 'image ls',
  usage: 'image ls [OPTIONS]',
  help: 'Lists images.',
  options: listOptions,
  run: async (invocation) => {
    const images = await invocation.api.json<DockerImage[]>('GET', '/images/json');
    const rows = images.flatMap(({ Id, RepoTags, Created, Size }) => {
      const tags = RepoTags.length > 0 ? RepoTags : ['<none>:<none>'];
      return tags.map((name) => ({ repository: name.slice(0, name.lastIndexOf(':')), tag: name.slice(name.lastIndexOf(':') + 1), id: Id.replace('sha256:', '').slice(0, 12), createdAtMs: Created * 1_000, bytes: Size }));
    });
    showList(invocation, rows, columns(Date.now()), ({ id }) => id);
  },
};

export const imageImport: Command = {
  name: 'image import',
  usage: 'image import [OPTIONS] FILE|- [REFERENCE]',
  help: 'Takes an image archive in (docker save, OCI layout), or with --rootfs a plain root filesystem.',
  options: {
    rootfs: { type: 'boolean', help: 'The file is a root filesystem, not an image' },
    node: { type: 'string', value: 'ID', help: 'Node that is to keep it; others fetch it from there' },
  },
  run: async ({ api, words, options, out }) => {
    const [file, reference] = words;
    if (file === undefined) throw new CommandError('say which file: lading image import FILE', 125);
    if (file !== '-' && !existsSync(file)) throw new CommandError(`${file} is not there`);
    if (flag(options, 'rootfs') && reference === undefined) throw new CommandError('say what to call it: lading image import --rootfs FILE REFERENCE', 125);
    const node = text(options, 'node');
    const query = new URLSearchParams({ kind: flag(options, 'rootfs') ? 'rootfs' : 'auto', ...(reference === undefined ? {} : { reference }), ...(node === undefined ? {} : { node }) });
    const response = await api.open('POST', `/api/v1/images/import?${query}`, file === '-' ? process.stdin : createReadStream(file), { 'content-type': 'application/x-tar' });
    const { images } = JSON.parse(await textOf(response)) as { images: { imageId: string; references: string[] }[] };
    out(images.map(({ imageId, references }) => `${references.length > 0 ? references.join(' ') : imageId}\n`).join(''));
  },
};

export const imageRm: Command = {
  name: 'image rm',
  usage: 'image rm [OPTIONS] IMAGE...',
  help: 'Removes references, and images that have no other.',
  options: { force: { type: 'boolean', short: 'f', help: 'Also when several references point at it' } },
  run: async ({ api, words, options, out }) => {
    for (const image of words) {
      const done = await api.json<{ Untagged?: string; Deleted?: string }[]>('DELETE', `/images/${encodeURIComponent(image)}?force=${flag(options, 'force')}`);
      out(done.map(({ Untagged, Deleted }) => (Untagged ? `Untagged: ${Untagged}\n` : `Deleted: ${Deleted}\n`)).join(''));
    }
  },
};
