import { flag, type Command } from '../command.ts';

export const daemon: Command = {
  name: 'daemon',
  usage: 'daemon [--detach | --stop [--purge-runtime] | --status]',
  help: 'Runs the platform on this machine: nats-server, every service, and the agent.',
  options: {
    detach: { type: 'boolean', short: 'd', help: 'In the background; returns once it answers' },
    stop: { type: 'boolean', help: 'Stop the one that runs; containers go on running' },
    'purge-runtime': { type: 'boolean', help: 'With --stop: end every container, and leave no mount, namespace, table or cgroup' },
    status: { type: 'boolean', help: 'Say whether it runs (exit code 0) or not (1)' },
  },
  run: async ({ options, out, err, socketPath }) => {
    const { control } = await import('../../daemon/control.ts');
    const on = control(process.env, socketPath, err);
    if (flag(options, 'status')) {
      const pid = await on.running();
      out(pid === undefined ? 'the daemon does not run\n' : `the daemon runs (pid ${pid})\n`);
      return pid === undefined ? 1 : 0;
    }
    if (flag(options, 'stop')) return on.stop(flag(options, 'purge-runtime'));
    if (flag(options, 'detach')) return on.detach();
    return on.foreground();
  },
};
