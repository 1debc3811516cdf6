import { resolve } from 'node:path';
import { CommandError } from './api.ts';
import { flag, text, texts, type CommandOption, type Options } from './command.ts';

/** Options of `run` and `create`, with Docker's names. */
export const createOptions = {
  name: { type: 'string', help: 'Its name' },
  interactive: { type: 'boolean', short: 'i', help: 'Keep standard input open' },
  tty: { type: 'boolean', short: 't', help: 'Give it a terminal' },
  rm: { type: 'boolean', help: 'Remove it when it has ended' },
  env: { type: 'string', short: 'e', multiple: true, value: 'NAME=VALUE', help: 'Set a variable' },
  publish: { type: 'string', short: 'p', multiple: true, value: '[IP:]HOST:PORT', help: 'Publish a port' },
  volume: { type: 'string', short: 'v', multiple: true, value: 'SOURCE:TARGET[:ro]', help: 'Mount a volume or a host path' },
  tmpfs: { type: 'string', multiple: true, value: 'TARGET', help: 'Mount a tmpfs' },
  network: { type: 'string', multiple: true, value: 'NETWORK', help: 'Attach to a network' },
  'network-alias': { type: 'string', multiple: true, value: 'NAME', help: 'Another name on its network' },
  label: { type: 'string', short: 'l', multiple: true, value: 'NAME=VALUE', help: 'Set a label' },
  workdir: { type: 'string', short: 'w', help: 'Start in this folder' },
  user: { type: 'string', short: 'u', help: 'Run as this user' },
  hostname: { type: 'string', help: 'Its host name' },
  entrypoint: { type: 'string', help: "Instead of the image's" },
  restart: { type: 'string', value: 'POLICY', help: 'no, always, unless-stopped or on-failure[:N]' },
  memory: { type: 'string', short: 'm', value: 'BYTES', help: 'At most so much memory, such as 64m' },
  cpus: { type: 'string', value: 'N', help: 'At most so many processors, such as 0.5' },
  'pids-limit': { type: 'string', value: 'N', help: 'At most so many processes' },
  'cap-add': { type: 'string', multiple: true, value: 'CAP', help: 'Add a capability' },
  'cap-drop': { type: 'string', multiple: true, value: 'CAP', help: 'Drop a capability' },
  privileged: { type: 'boolean', help: 'All capabilities and devices' },
  'read-only': { type: 'boolean', help: 'A root filesystem that can not be written' },
  init: { type: 'boolean', help: 'A small init as process 1' },
  'stop-signal': { type: 'string', value: 'SIGNAL', help: 'What asks it to stop' },
  'stop-timeout': { type: 'string', value: 'SECONDS', help: 'Time to stop before it is killed' },
  'health-cmd': { type: 'string', value: 'COMMAND', help: 'Line that tells whether it is healthy' },
  'add-host': { type: 'string', multiple: true, value: 'NAME:IP', help: 'A line of /etc/hosts' },
} as const satisfies Record<string, CommandOption>;

/** The body of `POST /containers/create`. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const createBody = (image: string, command: readonly string[], options: Options, attach: boolean): unknown => {
  const stdin = flag(options, 'interactive');
  const ports = texts(options, 'publish').map(parsePort);
  const networks = texts(options, 'network');
  const healthCommand = text(options, 'health-cmd');
  return {
    Image: image,
    Cmd: command.length > 0 ? command : null,
    Entrypoint: text(options, 'entrypoint') === undefined ? null : [text(options, 'entrypoint')],
    Env: texts(options, 'env').flatMap((pair) => (pair.includes('=') ? [pair] : process.env[pair] === undefined ? [] : [`${pair}=${process.env[pair]}`])),
    Labels: Object.fromEntries(texts(options, 'label').map(splitOnce)),
    Tty: flag(options, 'tty'),
    OpenStdin: stdin,
    StdinOnce: stdin && attach,
    AttachStdin: stdin && attach,
    AttachStdout: attach,
    AttachStderr: attach,
    WorkingDir: text(options, 'workdir') ?? '',
    User: text(options, 'user') ?? '',
    Hostname: text(options, 'hostname') ?? '',
    StopSignal: text(options, 'stop-signal') ?? '',
    StopTimeout: text(options, 'stop-timeout') === undefined ? null : Number(text(options, 'stop-timeout')),
    ExposedPorts: Object.fromEntries(ports.map(({ key }) => [key, {}])),
    ...(healthCommand === undefined ? {} : { Healthcheck: { Test: ['CMD-SHELL', healthCommand] } }),
    HostConfig: {
      AutoRemove: flag(options, 'rm'),
      PortBindings: bindings(ports),
      Binds: texts(options, 'volume').map(absolute),
      Tmpfs: Object.fromEntries(texts(options, 'tmpfs').map((entry) => [entry.split(':')[0], entry.split(':').slice(1).join(':')])),
      NetworkMode: networks[0] ?? 'default',
      RestartPolicy: restartPolicy(text(options, 'restart')),
      Memory: bytes(text(options, 'memory')),
      NanoCpus: Math.round(Number(text(options, 'cpus') ?? 0) * 1e9),
      PidsLimit: text(options, 'pids-limit') === undefined ? null : Number(text(options, 'pids-limit')),
      CapAdd: texts(options, 'cap-add'),
      CapDrop: texts(options, 'cap-drop'),
      Privileged: flag(options, 'privileged'),
      ReadonlyRootfs: flag(options, 'read-only'),
      Init: flag(options, 'init') ? true : null,
      ExtraHosts: texts(options, 'add-host'),
    },
    NetworkingConfig: { EndpointsConfig: Object.fromEntries(networks.map((network) => [network, { Aliases: texts(options, 'network-alias') }])) },
  };
};

type Port = { key: string; HostIp: string; HostPort: string };

// `[[IP:]HOST:]PORT[/PROTOCOL]`, an IPv6 address in brackets.
const parsePort = (given: string): Port => {
  const [, address = '', host = '', container = '', protocol = 'tcp'] = /^(?:(\[[^\]]+\]|[^:[\]]+):)?(?:(\d*):)?(\d+)(?:\/(tcp|udp))?$/.exec(given.replace(/^(\d+):(\d+)(\/\w+)?$/, ':$1:$2$3').replace(/^:/, '')) ?? [];
  if (container === '') throw new CommandError(`"${given}" is no port: give [IP:]HOST:PORT[/udp], such as 8080:80`, 125);
  const [ip, hostPort] = host === '' && /^\d+$/.test(address) ? ['', address] : [address.replace(/[[\]]/g, ''), host];
  for (const port of [hostPort, container]) if (Number(port) > 65_535) throw new CommandError(`"${given}": port ${port} is above 65535`, 125);
  return { key: `${container}/${protocol}`, HostIp: ip, HostPort: hostPort };
};

const bindings = (ports: readonly Port[]): Record<string, unknown[]> => {
  const byPort: Record<string, unknown[]> = {};
  for (const { key, HostIp, HostPort } of ports) (byPort[key] ??= []).push({ HostIp, HostPort });
  return byPort;
};

const absolute = (given: string): string => {
  const [source = '', ...rest] = given.split(':');
  return /^[.~]/.test(source) ? [resolve(source.replace(/^~/, process.env.HOME ?? '~')), ...rest].join(':') : given;
};

const splitOnce = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
};

const restartPolicy = (given = 'no'): { Name: string; MaximumRetryCount: number } => {
  const [name = 'no', count = '0'] = given.split(':');
  return { Name: name, MaximumRetryCount: Number(count) };
};

const factors: Record<string, number> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

const bytes = (given = '0'): number => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([bkmgt]?)b?$/i.exec(given) ?? [];
  if (number === undefined) throw new CommandError(`"${given}" is no size: give a number with b, k, m or g, such as 64m`, 125);
  return Math.round(Number(number) * (factors[unit.toLowerCase()] ?? 1));
};
