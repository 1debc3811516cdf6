import { crunRuntime } from '../../services/node-agent/effects/runtime/crun.ts';
import { prepared } from './runtime.ts';

// An agent for a test to kill: starts one container for each shell line, says so, and attaches to it.
const [options = '{}', rootfs = '', ...lines] = process.argv.slice(2);
const runtime = crunRuntime(JSON.parse(options) as Parameters<typeof crunRuntime>[0]);
runtime.watch(() => undefined);
for (const line of lines) {
  const container = prepared(rootfs, { command: ['sh', '-c', line] });
  await runtime.create(container);
  const attached = await runtime.attach(container.containerId);
  attached.stdout.resume();
  await runtime.start(container.containerId);
  process.stdout.write(`${container.containerId}\n`);
}
process.stdout.write('started\n');
