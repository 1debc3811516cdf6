// Records the log of a small life of the platform as test/contract/golden/log.json: `node test/contract/golden/record.ts`, as root.
// Record anew only when the log's format may change, which after the first release it may not.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from '../../harness/project.ts';
import { startPlatform } from '../../harness/platform.ts';

await using platform = await startPlatform({ machines: 1 });
const { first } = platform;
const file = (scale: number): string => writeProject(platform, `name: life\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    ports: ["8080:80"]\n    volumes: ["data:/data"]\n    scale: ${scale}\nvolumes:\n  data:\n`);
await first.lading('-f', file(2), 'up', '-d');
await first.lading('-p', 'life', 'scale', 'web=3');
await first.lading('run', '--rm', 'busybox', 'true');
await first.lading('create', '--name', 'one', 'busybox', 'sleep', '1000');
await first.lading('start', 'one');
await first.lading('stop', '-t', '0', 'one');
await first.lading('rm', 'one');
await first.lading('-p', 'life', 'down');
await first.lading('volume', 'rm', 'life_data');
await first.lading('image', 'rm', 'busybox');

const script = `
  const { connectTo } = await import('${join(import.meta.dirname, '../../../services/kernel/platform.ts')}');
  const { jetstreamEventStore } = await import('${join(import.meta.dirname, '../../../services/kernel/eventstore/jetstream.ts')}');
  const { readFileSync } = await import('node:fs');
  const connection = await connectTo('nats://127.0.0.1:14333', readFileSync('${first.state}/keys/services.nk', 'utf8').trim(), 'record');
  const store = await jetstreamEventStore(connection);
  for await (const { sequence, aggregate, bytes, storedAtMs } of store.read('>')) console.log(JSON.stringify({ sequence, aggregate, storedAtMs, bytes: Buffer.from(bytes).toString('base64') }));
  await connection.close();`;
const { out, err } = await first.inside(process.execPath, '--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', script);
if (out === '') throw new Error(err);
writeFileSync(join(import.meta.dirname, 'log.json'), `[\n${out.trim().split('\n').join(',\n')}\n]\n`);
