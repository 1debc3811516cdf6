// Writes proto/gen from the .proto files: the encoder (protobufjs, static) and one typed file a noun. Run by `make proto`.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { nounSource } from './noun.ts';

const out = 'proto/gen';
const files = globSync('*/v*/*.proto', { cwd: 'proto' }).sort();
mkdirSync(out, { recursive: true });

execFileSync(
  'node_modules/.bin/pbjs',
  // Nothing but encode and decode is used: the rest would double what every start has to load.
  ['-t', 'static-module', '-w', 'es6', '-r', 'lading', '-p', 'proto', '--no-verify', '--no-comments', '--no-delimited',
    '--no-service', '--no-typeurl', '--no-create', '--no-convert', '--no-beautify', '-o', `${out}/messages.js`, ...files.map((file) => `proto/${file}`)],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

// Without this import first, 64-bit fields decode as Long objects: protobufjs picks Long up when it loads.
const messages = readFileSync(`${out}/messages.js`, 'utf8');
writeFileSync(`${out}/messages.js`, `import "./no-long.js";\n${messages}`);
writeFileSync(`${out}/messages.d.ts`, 'export const lading: any;\n');
writeFileSync(
  `${out}/no-long.js`,
  'import $protobuf from "protobufjs/minimal.js";\n$protobuf.util.Long = null;\n$protobuf.configure();\n',
);
writeFileSync(`${out}/no-long.d.ts`, 'export {};\n');

const root = new protobuf.Root();
root.resolvePath = (_origin, target) => `proto/${target}`;
root.loadSync(files).resolveAll();
for (const noun of new Set(files.map((file) => file.split('/')[0] ?? '')))
  writeFileSync(`${out}/${noun}.ts`, nounSource(root, noun));
