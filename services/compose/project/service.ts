import { readBuild, type BuildSurroundings } from './build.ts';
import { readDevices, readUlimits } from './devices.ts';
import { readExtraHosts } from './extra-hosts.ts';
import { readHealthcheck } from './healthcheck.ts';
import type { Service } from './model.ts';
import { readMounts, type Folders } from './mounts.ts';
import { readIpcMode, readPidMode } from './namespaces.ts';
import { readExposed, readPorts } from './ports.ts';
import type { At, Fields, Reader } from './reader.ts';
import { readAttachments, readDependencies, readNetworkMode } from './relations.ts';
import { readResources } from './resources.ts';
import { readPullPolicy } from './pull-policy.ts';
import { readRestart } from './restart.ts';
import { deployKeys, serviceKeys } from './service-keys.ts';
import { shellWords } from './shell-words.ts';
import { isUnset } from './tree.ts';

/** What a service's keys refer to outside of the file. */
export type Surroundings = Folders & Pick<BuildSurroundings, 'secrets'> & {
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
  const build = readBuild(reader, field('build'), around);
  const networkMode = readNetworkMode(reader, field('network_mode'));
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
    expose: readExposed(reader, field('expose')),
    mounts: readMounts(reader, field('volumes'), field('tmpfs'), around),
    networkMode,
    networks: readAttachments(reader, field('networks'), field('network_mode'), text(field('mac_address'))),
    dependsOn: readDependencies(reader, field('depends_on')),
    ...(healthcheck ? { healthcheck } : {}),
    restart: readRestart(reader, field('restart'), deploy('restart_policy')),
    replicas: readReplicas(reader, field('scale'), deploy('replicas')),
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
    devices: readDevices(reader, field('devices')),
    extraHosts: readExtraHosts(reader, field('extra_hosts')),
    dns: texts(field('dns')),
    dnsSearch: texts(field('dns_search')),
    dnsOptions: texts(field('dns_opt')),
    pidMode: readPidMode(reader, field('pid')),
    ipcMode: readIpcMode(reader, field('ipc')),
    shmSizeBytes: reader.bytes(field('shm_size')),
    oomScoreAdj: reader.number(field('oom_score_adj'), { least: -1_000, most: 1_000 }),
    platform: text(field('platform')),
    ...readPullPolicy(reader, field('pull_policy')),
    ...(build ? { build } : {}),
    logging: readLogging(reader, field('logging')),
  };
};

const capability = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

const refuse = (reader: Reader, at: At, field: Fields, deploy: Fields): void => {
  const image = reader.text(field('image'));
  if (image === '' && isUnset(field('build').tree)) reader.problem(at, 'has no image: say which in "image"');
  if (/^(host|none)$/.test(reader.text(field('network_mode'))) && !isUnset(field('ports').tree)) reader.warn(`${field('ports').path} has no effect with network_mode ${reader.text(field('network_mode'))}`);
  const mode = reader.text(deploy('mode'), 'replicated');
  if (mode !== 'replicated') reader.problem(deploy('mode'), `mode ${mode} is not possible yet: use replicated`);
  const name = reader.text(field('container_name'));
  if (name !== '' && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) reader.problem(field('container_name'), `"${name}" is no name for a container: use letters, digits, _ . and -`);
};

/** A line is split into words; a list is taken as it is; null keeps the image's. */
const readCommand = (reader: Reader, at: At): string[] | undefined => {
  if (isUnset(at.tree)) return undefined;
  if (at.tree?.kind === 'sequence') return reader.texts(at);
  const line = reader.text(at);
  const split = shellWords(line);
  if (!split) reader.problem(at, 'has a quote or backslash that is left open: close it');
  if (split?.end !== undefined) reader.warn(`${at.path}: "${line.slice(split.end)}" is left out, as no shell reads the line: write ["sh", "-c", "…"]`);
  return split?.words ?? [];
};

const readEnvironment = (reader: Reader, field: Fields, { envFiles, inherited }: Surroundings): Record<string, string> => {
  const environment = new Map(envFiles(field('env_file')));
  for (const [name, value] of reader.pairs(field('environment'))) {
    if (name === '') reader.problem(field('environment'), 'a variable has no name: write NAME=VALUE');
    const known = value ?? inherited(name);
    if (known === undefined) environment.delete(name);
    else environment.set(name, known);
  }
  return Object.fromEntries(environment);
};

const readReplicas = (reader: Reader, scale: At, replicas: At): number => {
  const count = (at: At): number => reader.number(at, { most: replicasMax, fallback: 1 });
  if (isUnset(scale.tree)) return count(replicas);
  if (!isUnset(replicas.tree) && count(scale) !== count(replicas)) reader.problem(scale, `is ${reader.text(scale)}, and ${replicas.path} is ${reader.text(replicas)}: keep one of them`);
  return count(scale);
};

const readPlacement = (reader: Reader, at: At): Service['placement'] => {
  const field = reader.fields(at, { used: ['constraints', 'max_replicas_per_node'], unused: { preferences: 'has no effect: replicas are spread over all nodes' } });
  const constraints = reader.texts(field('constraints'));
  for (const constraint of constraints)
    if (!/^\s*node\.(id|hostname|role|labels\.[^=!\s]+)\s*(==|!=)/.test(constraint)) reader.problem(field('constraints'), `"${constraint}" is no constraint: write node.hostname==NAME, node.id==ID or node.labels.KEY==VALUE (or !=)`);
  return { constraints, replicasPerNodeMax: reader.number(field('max_replicas_per_node')) };
};

const readLogging = (reader: Reader, at: At): Service['logging'] => {
  const field = reader.fields(at, { used: ['driver', 'options'] });
  const options = reader.fields(field('options'), { used: ['max-size', 'max-file'], unused: { compress: 'has no effect', tag: 'has no effect', labels: 'has no effect', env: 'has no effect', mode: 'has no effect' } });
  const driver = reader.text(field('driver'), 'json-file');
  if (!['json-file', 'local', 'none'].includes(driver)) reader.problem(field('driver'), `logging driver ${driver} is not possible: use json-file, local or none`);
  return { driver, sizeMaxBytes: reader.bytes(options('max-size')), filesMax: reader.number(options('max-file')) };
};
