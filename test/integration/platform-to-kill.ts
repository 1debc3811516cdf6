// Starts a platform with a running container, says where, and stays until it is killed.
import { startPlatform } from '../harness/platform.ts';

const { first } = await startPlatform({ machines: 1 });
await first.lading('run', '-d', '--name', 'stays', 'busybox', 'sleep', '1000');
const { netns, state, run, cgroup, table } = first;
console.log(JSON.stringify({ netns, state, run, cgroup, table }));
setInterval(() => {}, 1_000_000);
