// Makes the images of image-recipes.ts as docker archives in build/images, from Debian packages, for machines that reach no registry.
// Each is proved by running its programs in a chroot; one that is up to date is left alone.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { closure, unpackPackages, updateIndex } from './debian-packages.ts';
import { packDockerArchive } from './docker-archive.ts';
import { recipes, type Recipe } from './image-recipes.ts';

process.chdir(resolve(import.meta.dirname, '../..'));
const out = 'build/images';
const work = 'build/rootfs';

const suite = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';

/** What an image is made from, in one digest: when it is the same, so is the image. */
const fingerprint = (recipe: Recipe): string => {
  const hash = createHash('sha256').update(JSON.stringify(recipe) + String(recipe.follow) + suite);
  for (const source of globSync('tools/setup/*.ts').sort()) hash.update(readFileSync(source));
  return hash.digest('hex');
};

const unwanted = ['usr/share/doc', 'usr/share/man', 'usr/share/locale', 'usr/share/lintian', 'usr/share/bug', 'etc/init.d', 'usr/lib/systemd'];

/** Packages of newer releases know only /usr; older ones still write to /lib and /bin, and land in the same place through the links. */
const putMergedUsr = (rootfs: string): void => {
  for (const folder of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(rootfs, 'usr', folder), { recursive: true });
    symlinkSync(`usr/${folder}`, join(rootfs, folder));
  }
};

const putFiles = (recipe: Recipe, rootfs: string): void => {
  for (const [name, file] of Object.entries(recipe.files)) {
    const at = join(rootfs, name);
    mkdirSync(dirname(at), { recursive: true });
    if ('text' in file) writeFileSync(at, file.text);
    else copyFileSync(file.copyOf, at);
    chmodSync(at, file.mode);
  }
};

/** One busybox and its names are the shell and the everyday commands; names the packages brought stay theirs. */
const putBusybox = (rootfs: string): void => {
  copyFileSync('/bin/busybox', join(rootfs, 'bin/busybox'));
  chmodSync(join(rootfs, 'bin/busybox'), 0o755);
  for (const applet of execFileSync('/bin/busybox', ['--list'], { encoding: 'utf8' }).trim().split('\n'))
    if (applet !== 'busybox' && !existsSync(join(rootfs, 'bin', applet))) symlinkSync('busybox', join(rootfs, 'bin', applet));
};

/** What every program expects to find, and the folder that the image starts in. */
const putBareSystem = (recipe: Recipe, rootfs: string): void => {
  mkdirSync(join(rootfs, recipe.config.WorkingDir ?? '/'), { recursive: true });
  for (const folder of ['etc', 'dev', 'proc', 'sys', 'run', 'root', 'home', 'var']) mkdirSync(join(rootfs, folder), { recursive: true });
  for (const folder of ['tmp', 'var/tmp']) {
    mkdirSync(join(rootfs, folder), { recursive: true });
    chmodSync(join(rootfs, folder), 0o1777);
  }
  writeFileSync(join(rootfs, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n');
  writeFileSync(join(rootfs, 'etc/group'), 'root:x:0:\nnode:x:1000:\nnogroup:x:65534:\n');
  writeFileSync(join(rootfs, 'etc/nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
};

const makeImage = async (recipe: Recipe): Promise<void> => {
  const name = recipe.reference.replace(/[:/]/g, '-');
  const archive = join(out, `${name}.tar`);
  const stamp = `${archive}.made-from`;
  const madeFrom = fingerprint(recipe);
  if (existsSync(archive) && existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return;

  console.log(`images: making ${recipe.reference} from Debian ${suite}`);
  const rootfs = join(work, name);
  const packages = join(work, `${name}.debs`);
  for (const folder of [rootfs, packages]) rmSync(folder, { recursive: true, force: true });
  for (const folder of [rootfs, out]) mkdirSync(folder, { recursive: true });
  putMergedUsr(rootfs);
  if (recipe.packages.length > 0) {
    updateIndex(suite);
    unpackPackages(suite, closure(suite, recipe.packages, recipe.follow), packages, rootfs);
  }
  for (const folder of unwanted) rmSync(join(rootfs, folder), { recursive: true, force: true });
  putBusybox(rootfs);
  putBareSystem(recipe, rootfs);
  putFiles(recipe, rootfs);
  for (const [program = '', ...words] of recipe.proofs)
    execFileSync('chroot', [rootfs, program, ...words], { env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' }, stdio: ['ignore', 'ignore', 'inherit'] });
  await packDockerArchive(rootfs, recipe, archive);
  writeFileSync(stamp, madeFrom);
  for (const folder of [rootfs, packages]) rmSync(folder, { recursive: true, force: true });
};

const nodeBinary = globSync('node_modules/node-linux-*/bin/node')[0] ?? process.execPath;
const asked = process.argv.slice(2);
for (const recipe of recipes(nodeBinary, process.versions.node))
  if (asked.length === 0 || asked.includes(recipe.reference)) await makeImage(recipe);
