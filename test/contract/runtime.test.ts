import { existsSync } from 'node:fs';
import { crunRuntime } from '../../services/node-agent/effects/runtime/crun.ts';
import { fakeRuntime } from '../../services/node-agent/effects/runtime/fake.ts';
import type { Behaviour } from '../../services/node-agent/effects/runtime/fake-container.ts';
import { StartError, type PreparedContainer } from '../../services/node-agent/effects/runtime/port.ts';
import { sweep } from '../../services/node-agent/effects/runtime/sweep.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { loseSupervisor, machineNames } from './runtime-machine.ts';
import { runtimeContract, type RuntimeFixture } from './runtime.ts';
import { testMachine } from './test-rootfs.ts';

const NOT_FOUND = { exitCode: 127, message: 'executable file `no-such-command` not found in $PATH' } as const;

/** The fake understands the few commands that the suite runs. */
const behave = ({ spec }: PreparedContainer): Behaviour => {
  const line = spec.command.join(' ');
  if (line === 'no-such-command') return { startFailure: NOT_FOUND };
  if (line === 'cat') return { echoesStdin: true };
  if (line.startsWith('sh -c echo out')) {
    return { output: [{ stream: 'stdout', text: 'out\n' }, { stream: 'stderr', text: 'err\n' }], exit: { code: 7 } };
  }
  return {};
};

const openFake = async (): Promise<RuntimeFixture> => {
  const runtime = fakeRuntime({
    behave,
    execute: ({ command }) => {
      if (command[0] === 'no-such-command') throw new StartError(NOT_FOUND);
      return { stdout: 'hi\n', stderr: 'oh\n', exitCode: 42 };
    },
  });
  return {
    runtime,
    reopen: runtime.reopen,
    rootfs: '/nowhere',
    loseSupervisor: async (containerId) => runtime.loseSupervisor(containerId),
    close: async () => undefined,
  };
};

const openReal = async (program?: string): Promise<RuntimeFixture> => {
  const { dir, rootfs, close } = testMachine();
  const options = { ...machineNames(dir), ...(program === undefined ? {} : { runtime: program }) };
  const runtime = crunRuntime(options);
  return {
    runtime,
    reopen: () => crunRuntime(options),
    rootfs,
    loseSupervisor: (containerId) => loseSupervisor(options, containerId),
    close: async () => {
      await sweep(options);
      close();
    },
  };
};

if (process.env['LADING_TEST_IN_NAMESPACE'] === undefined) runtimeContract('fake', openFake);
const runc = ['/usr/sbin/runc', '/usr/bin/runc'].find((path) => existsSync(path));

await describeContainers(import.meta.url, () => {
  runtimeContract('conmon and crun', () => openReal());
  // The fallback where crun is missing; the set-up does not install it beside crun.
  if (runc !== undefined) runtimeContract('conmon and runc', () => openReal(runc));
});
