import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImageConfig } from './image-recipes.ts';

// Sorted names, no owners but root, no times: the same files give the same digest on every machine.
const reproducible = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '--format=gnu'];

const tar = (folder: string, file: string, members: readonly string[]) =>
  execFileSync('tar', ['--create', '--file', file, '--directory', folder, ...reproducible, ...members]);

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Packs a root filesystem as `docker save` would: one layer, its config, and the manifest that names it. */
export const packDockerArchive = async (
  rootfs: string,
  image: { reference: string; config: ImageConfig },
  file: string,
): Promise<void> => {
  const staging = `${file}.parts`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  tar(rootfs, join(staging, 'layer.tar'), ['.']);
  const layer = await sha256(join(staging, 'layer.tar'));
  renameSync(join(staging, 'layer.tar'), join(staging, `${layer}.tar`));

  const config = JSON.stringify({
    architecture: architectures[process.arch] ?? process.arch,
    os: 'linux',
    created: new Date(0).toISOString(),
    config: image.config,
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
    history: [{ created: new Date(0).toISOString(), created_by: 'lading tools/setup/make-image.ts' }],
  });
  const configName = `${createHash('sha256').update(config).digest('hex')}.json`;
  writeFileSync(join(staging, configName), config);
  writeFileSync(
    join(staging, 'manifest.json'),
    JSON.stringify([{ Config: configName, RepoTags: [image.reference], Layers: [`${layer}.tar`] }]),
  );
  tar(staging, `${file}.new`, ['manifest.json', configName, `${layer}.tar`]);
  rmSync(staging, { recursive: true });
  renameSync(`${file}.new`, file);
};
