// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry lacked them that day.
// `npm ci` refuses a lock without them. An entry needs no checksum: where it would be installed, npm asks the registry again.
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = { version?: string; dev?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[]; optionalDependencies?: Record<string, string> };

const file = 'package-lock.json';
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'));

const systems = /darwin|linux|win32|android|freebsd|netbsd|openbsd|openharmony|aix|sunos/;
const processors = /arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el/;

/** What a platform package says of itself, read off its name: `@oxlint/binding-linux-x64-musl`. */
const platformEntry = (name: string, range: string, parent: Entry): Entry | undefined => {
  const [os, cpu] = [systems.exec(name)?.[0], processors.exec(name)?.[0]];
  if (os === undefined || cpu === undefined) return undefined;
  const libc = os !== 'linux' ? undefined : name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined;
  return {
    version: range.replace(/^[\^~]/, ''),
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
};

for (const [place, parent] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (key in lock.packages || `${place}/${key}` in lock.packages) continue;
    const entry = platformEntry(name, range, parent);
    if (entry === undefined) continue;
    lock.packages[key] = entry;
    console.log(`${file}: added ${name}`);
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
