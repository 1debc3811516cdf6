import type { Healthcheck, Service } from './model.ts';
import { readMounts, type Folders } from './mounts.ts';
import { readAttachments, readDependencies } from './relations.ts';
import { readPorts } from './ports.ts';
import type { At, Fields, Reader } from './reader.ts';
import { readResources } from './resources.ts';
import { deployKeys, healthcheckKeys, serviceKeys } from './service-keys.ts';
import { shellWords } from './shell-words.ts';
import { isUnset } from './tree.ts';

/** What a service's keys refer to outside of the file. */
export type Surroundings = Folders & {
  /** Variables of `env_file`s, the later over the earlier ones; has told what is wrong with them. */
  envFiles: (at: At) => ReadonlyMap<string, string>;
  /** A variable named without a value takes this one. */
  inherited: (name: string) => string | undefined;
};

/** Docker's own. */
const graceMsDefault = 10_000;
const replicasMax = 10_000;

/** One service with its defaults. */
export const readService = (reader: Reader, at: At, around: Surroundings): Service => {
  const field = reader.fields(at, serviceKeys);
  const deploy = reader.fields(field('deploy'), deployKeys);
  const { text, texts, flag, given } = reader;
  const healthcheck = readHealthcheck(reader, field('healthcheck'));
  const command = readCommand(reader, field('command'));
  const entrypoint = readCommand(reader, field('entrypoint'));
  const networkMode = text(field('network_mode'));
  refuse(reader, at, field, deploy);
  return {
    image: text(field('image')),
    ...(command ? { command } : {}),
    ...(entrypoint ? { entrypoint } : {}),
    environment: readEnvironment(reader, field, around),
    labels: given(field('labels')),
    workingDir: text(field('working_dir')),
    user: text(field('user')),
    hostname: text(field('hostname')),
    domainname: text(field('domainname')),
    containerName: text(field('container_name')),
    ports: readPorts(reader, field('ports')),
    expose: texts(field('expose')).map((port) => (port.includes('/') ? port : `${port}/tcp`)),
    mounts: readMounts(reader, field('volumes'), field('tmpfs'), around),
    networkMode: networkMode || 'bridge',
    networks: readAttachments(reader, field('networks'), networkMode, text(field('mac_address'))),
    dependsOn: readDependencies(reader, field('depends_on')),
    ...(healthcheck ? { healthcheck } : {}),
    restart: readRestart(reader, field('restart'), deploy('restart_policy')),
    replicas: reader.number(field('scale'), { most: replicasMax, fallback: reader.number(deploy('replicas'), { most: replicasMax, fallback: 1 }) }),
    resources: readResources(reader, field, deploy('resources')),
    placement: readPlacement(reader, deploy('placement')),
    capAdd: texts(field('cap_add')).map(capability),
    capDrop: texts(field('cap_drop')).map(capability),
    privileged: flag(field('privileged')),
    readOnly: flag(field('read_only')),
    init: flag(field('init')),
    tty: flag(field('tty')),
    stdinOpen: flag(field('stdin_open')),
    stopSignal: text(field('stop_signal')),
    stopGraceMs: reader.durationMs(field('stop_grace_period'), graceMsDefault),
    securityOpt: texts(field('security_opt')),
    groupAdd: texts(field('group_add')),
    sysctls: given(field('sysctls')),
    ulimits: readUlimits(reader, field('ulimits')),
    devices: texts(field('devices')).map((device) => {
      const [hostPath = '', containerPath = hostPath, permissions = 'rwm'] = device.split(':');
      return { hostPath, containerPath, permissions };
    }),
    extraHosts: [...reader.pairs(field('extra_hosts'))].flatMap(([name, address]) => (address === undefined ? [name.replace('=', ':')] : [`${name}:${address.replace(/[[\]]/g, '')}`])),
    dns: texts(field('dns')),
    dnsSearch: texts(field('dns_search')),
    dnsOptions: texts(field('dns_opt')),
    pidMode: text(field('pid')),
    ipcMode: text(field('ipc')),
    shmSizeBytes: reader.bytes(field('shm_size')),
    oomScoreAdj: reader.number(field('oom_score_adj'), { least: -1_000, most: 1_000 }),
    platform: text(field('platform')),
    logging: readLogging(reader, field('logging')),
  };
};

const capability = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

const refuse = (reader: Reader, at: At, field: Fields, deploy: Fields): void => {
  const image = reader.text(field('image'));
  if (image === '' && isUnset(field('build').tree)) reader.problem(at, 'has no image: say which in "image"');
  else if (image === '') reader.problem(field('build'), 'images are not built yet: build it elsewhere, import it, and name it in "image"');
  const mode = reader.text(deploy('mode'), 'replicated');
  if (mode !== 'replicated') reader.problem(deploy('mode'), `mode ${mode} is not possible yet: use replicated`);
  const name = reader.text(field('container_name'));
  if (name !== '' && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) reader.problem(field('container_name'), `"${name}" is no name for a container: use letters, digits, _ . and -`);
};

/** A line is split into words; a list is taken as it is; null keeps the image's. */
const readCommand = (reader: Reader, at: At): string[] | undefined => {
  if (isUnset(at.tree)) return undefined;
  if (at.tree?.kind === 'sequence') return reader.texts(at);
  const words = shellWords(reader.text(at));
  if (!words) reader.problem(at, 'has a quote that is not closed: close it');
  return words ?? [];
};

const readEnvironment = (reader: Reader, field: Fields, { envFiles, inherited }: Surroundings): Record<string, string> => {
  const environment = Object.fromEntries(envFiles(field('env_file')));
  for (const [name, value] of reader.pairs(field('environment'))) {
    const known = value ?? inherited(name);
    if (known === undefined) delete environment[name];
    else environment[name] = known;
  }
  return environment;
};

const readHealthcheck = (reader: Reader, at: At): Healthcheck | undefined => {
  if (isUnset(at.tree)) return undefined;
  const field = reader.fields(at, healthcheckKeys);
  const test = field('test');
  const words = test.tree?.kind === 'scalar' && !isUnset(test.tree) ? ['CMD-SHELL', reader.text(test)] : reader.texts(test);
  if (words.length > 0 && !['NONE', 'CMD', 'CMD-SHELL'].includes(words[0] ?? '')) reader.problem(test, `begins with "${words[0]}": begin the list with CMD or CMD-SHELL, or write one line of text`);
  return {
    test: reader.flag(field('disable')) ? ['NONE'] : words,
    intervalMs: reader.durationMs(field('interval')),
    timeoutMs: reader.durationMs(field('timeout')),
    startPeriodMs: reader.durationMs(field('start_period')),
    startIntervalMs: reader.durationMs(field('start_interval')),
    retries: reader.number(field('retries')),
  };
};

const conditions = ['no', 'always', 'unless-stopped', 'on-failure'] as const;

const readRestart = (reader: Reader, at: At, policy: At): Service['restart'] => {
  const [name = '', attempts = '0'] = reader.text(at).split(':');
  const written = name === 'false' ? 'no' : name;
  if (written === '') return readRestartPolicy(reader, policy);
  const condition = conditions.find((one) => one === written);
  if (!condition || !/^\d+$/.test(attempts)) reader.problem(at, `"${reader.text(at)}" is no restart policy: use no, always, unless-stopped or on-failure[:N]`);
  return { condition: condition ?? 'no', attemptsMax: Number(attempts) || 0 };
};

const readRestartPolicy = (reader: Reader, at: At): Service['restart'] => {
  if (isUnset(at.tree)) return { condition: 'no', attemptsMax: 0 };
  const field = reader.fields(at, { used: ['condition', 'max_attempts'], unused: { delay: 'has no effect: the pause grows as in Docker', window: 'has no effect' } });
  const condition = ({ any: 'always', 'on-failure': 'on-failure', none: 'no' } as const)[reader.text(field('condition'), 'any')];
  if (!condition) reader.problem(field('condition'), 'is no condition: use none, on-failure or any');
  return { condition: condition ?? 'no', attemptsMax: reader.number(field('max_attempts')) };
};

const readPlacement = (reader: Reader, at: At): Service['placement'] => {
  const field = reader.fields(at, { used: ['constraints', 'max_replicas_per_node'], unused: { preferences: 'has no effect: replicas are spread over all nodes' } });
  const constraints = reader.texts(field('constraints'));
  for (const constraint of constraints)
    if (!/^\s*node\.(id|hostname|role|labels\.[^=!\s]+)\s*(==|!=)/.test(constraint)) reader.problem(field('constraints'), `"${constraint}" is no constraint: write node.hostname==NAME, node.id==ID or node.labels.KEY==VALUE (or !=)`);
  return { constraints, replicasPerNodeMax: reader.number(field('max_replicas_per_node')) };
};

const readUlimits = (reader: Reader, at: At): Service['ulimits'] =>
  reader.entries(at).map(([name, value]) => {
    if (value.tree?.kind !== 'mapping') return { name, soft: reader.number(value, { least: -1 }), hard: reader.number(value, { least: -1 }) };
    const field = reader.fields(value, { used: ['soft', 'hard'] });
    return { name, soft: reader.number(field('soft'), { least: -1 }), hard: reader.number(field('hard'), { least: -1 }) };
  });

const readLogging = (reader: Reader, at: At): Service['logging'] => {
  const field = reader.fields(at, { used: ['driver', 'options'] });
  const options = reader.fields(field('options'), { used: ['max-size', 'max-file'], unused: { compress: 'has no effect', tag: 'has no effect', labels: 'has no effect', env: 'has no effect', mode: 'has no effect' } });
  const driver = reader.text(field('driver'), 'json-file');
  if (!['json-file', 'local', 'none'].includes(driver)) reader.problem(field('driver'), `logging driver ${driver} is not possible: use json-file, local or none`);
  return { driver, sizeMaxBytes: reader.bytes(options('max-size')), filesMax: reader.number(options('max-file')) };
};
