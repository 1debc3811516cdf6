import { PassThrough } from 'node:stream';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';

// Takes in an archive that comes by standard input, for a test to kill at a moment of its own choice.
const [stateDir = ''] = process.argv.slice(2);
const content = await diskContentStore({ stateDir });
const archive = new PassThrough();
process.stdin.pipe(archive);
process.stdout.write('open\n');
await content.importArchive(archive, { kind: 'auto' });
process.stdout.write('taken\n');
