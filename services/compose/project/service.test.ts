import assert from 'node:assert/strict';
import { fileWith, loadText, problemsOf, serviceWith } from '../testing/load-text.ts';

const refused = (keys: string): string => problemsOf(fileWith(keys)).join('\n');
const warned = (keys: string): string[] => loadText(fileWith(keys)).warnings;

describe('a service', () => {
  it('has the defaults of Docker where the file says nothing', () => {
    assert.deepEqual(serviceWith(''), {
      image: 'app', environment: {}, labels: {}, workingDir: '', user: '', hostname: '', domainname: '', containerName: '', ports: [], expose: [], mounts: [], networkMode: 'bridge',
      networks: [{ network: 'default', aliases: [], address: '', mac: '' }], dependsOn: [], restart: { condition: 'no', attemptsMax: 0 }, replicas: 1,
      resources: { memoryBytes: 0, memoryReservationBytes: 0, memorySwapBytes: 0, nanoCpus: 0, cpuShares: 0, cpuset: '', pidsMax: 0 }, placement: { constraints: [], replicasPerNodeMax: 0 },
      capAdd: [], capDrop: [], privileged: false, readOnly: false, init: false, tty: false, stdinOpen: false, stopSignal: '', stopGraceMs: 10_000, securityOpt: [], groupAdd: [], sysctls: {}, ulimits: [], devices: [],
      extraHosts: [], dns: [], dnsSearch: [], dnsOptions: [], pidMode: '', ipcMode: '', shmSizeBytes: 0, oomScoreAdj: 0, platform: '', pullPolicy: 'missing', logging: { driver: 'json-file', sizeMaxBytes: 0, filesMax: 0 },
    });
  });

  it('takes plain settings as they are written', () => {
    const web = serviceWith(`
user: "1000:1000"
working_dir: /app
hostname: h
domainname: d.test
container_name: my_web-1
stop_signal: SIGUSR1
stop_grace_period: 1m30s
read_only: true
init: yes
tty: "true"
stdin_open: true
privileged: true
cap_add: [NET_ADMIN, CAP_SYS_PTRACE]
cap_drop: [all]
security_opt: [no-new-privileges:true]
group_add: [5, audio]
shm_size: 128m
sysctls: {net.core.somaxconn: 1024}
ulimits: {nproc: 65535, nofile: {soft: 20, hard: 40}}
devices: ["/dev/a", "/dev/b:/dev/c:r", {source: /dev/d, target: /dev/e}]
pid: host
ipc: shareable
platform: linux/amd64
oom_score_adj: -500
pull_policy: never
x-mine: {any: [thing]}`);
    assert.deepEqual([web.user, web.workingDir, web.hostname, web.domainname, web.containerName, web.stopSignal, web.stopGraceMs], ['1000:1000', '/app', 'h', 'd.test', 'my_web-1', 'SIGUSR1', 90_000]);
    assert.deepEqual([web.readOnly, web.init, web.tty, web.stdinOpen, web.privileged], [true, true, true, true, true]);
    assert.deepEqual([web.capAdd, web.capDrop, web.securityOpt, web.groupAdd], [['NET_ADMIN', 'SYS_PTRACE'], ['ALL'], ['no-new-privileges:true'], ['5', 'audio']]);
    assert.deepEqual([web.shmSizeBytes, web.sysctls, web.pidMode, web.ipcMode, web.platform, web.oomScoreAdj, web.pullPolicy], [2 ** 27, { 'net.core.somaxconn': '1024' }, 'host', 'shareable', 'linux/amd64', -500, 'never']);
    assert.deepEqual(web.ulimits, [{ name: 'nproc', soft: 65_535, hard: 65_535 }, { name: 'nofile', soft: 20, hard: 40 }]);
    assert.deepEqual(web.devices, [
      { hostPath: '/dev/a', containerPath: '/dev/a', permissions: 'rwm' },
      { hostPath: '/dev/b', containerPath: '/dev/c', permissions: 'r' },
      { hostPath: '/dev/d', containerPath: '/dev/e', permissions: 'rwm' },
    ]);
  });

  it('splits the lines of command and entrypoint into words, takes lists as they are, and tells null from empty', () => {
    assert.deepEqual(serviceWith(`command: sh -c "echo 'a b'"`).command, ['sh', '-c', `echo 'a b'`]);
    assert.deepEqual(serviceWith('command: [echo, "a b", 5, true]').command, ['echo', 'a b', '5', 'true']);
    assert.deepEqual([serviceWith('command: []').command, serviceWith('entrypoint: ""').entrypoint], [[], []]);
    assert.equal('command' in serviceWith('command: null'), false);
    assert.match(refused('command: echo "a'), /services\.web\.command: has a quote or backslash that is left open: close it/);
    assert.deepEqual(warned('command: serve > log'), ['services.web.command: "> log" is left out, as no shell reads the line: write ["sh", "-c", "…"]']);
  });

  it('takes values of variables from the shell and .env where the file names them only', () => {
    const more = { environment: { SHELL_VALUE: 's' }, envFiles: [{ path: '/srv/shop/.env', text: 'FILE_VALUE=f\nSHELL_VALUE=x\n' }] };
    assert.deepEqual(serviceWith('environment: [A=1, B=, "C=a=b", SHELL_VALUE, FILE_VALUE, NOWHERE]', more).environment, { A: '1', B: '', C: 'a=b', SHELL_VALUE: 's', FILE_VALUE: 'f' });
    assert.deepEqual(serviceWith('environment: {A: 1.50, B: true, C: "", SHELL_VALUE: , NOWHERE: }', more).environment, { A: '1.50', B: 'true', C: '', SHELL_VALUE: 's' });
    assert.deepEqual(serviceWith('', more).environment, {});
  });

  it('takes variables from env_file, later files and environment over earlier ones', () => {
    const envFiles = [{ path: '/srv/shop/a.env', text: 'A=a\nB=a\nC=a\n' }, { path: '/etc/b.env', text: 'B=b\nC=b\nQ="$A"\n' }];
    assert.deepEqual(serviceWith('env_file: [./a.env, /etc/b.env]\nenvironment: {C: c}', { envFiles }).environment, { A: 'a', B: 'b', C: 'c', Q: 'a' });
    assert.deepEqual(serviceWith('env_file: {path: none.env, required: false}', { envFiles }).environment, {});
    assert.deepEqual(serviceWith('env_file: [{path: /etc/b.env, format: raw}]', { envFiles }).environment, { B: 'b', C: 'b', Q: '"$A"' });
    assert.equal(refused('env_file: none.env'), 'c.yaml:4:15: services.web.env_file: the file /srv/shop/none.env is not there: create it, or say "required: false"');
    assert.deepEqual(problemsOf(fileWith('env_file: a.env'), { envFiles: [{ path: '/srv/shop/a.env', text: 'A=1\n= 2\n' }] }), ['/srv/shop/a.env:2:1: "= 2" is no variable: write NAME=VALUE']);
  });

  it('checks its health as one line, as words, or not at all', () => {
    assert.deepEqual(serviceWith('healthcheck: {test: curl -f localhost, interval: 1m30s, timeout: 500ms, start_period: 1h, start_interval: 2s, retries: 3}').healthcheck, {
      test: ['CMD-SHELL', 'curl -f localhost'], intervalMs: 90_000, timeoutMs: 500, startPeriodMs: 3_600_000, startIntervalMs: 2000, retries: 3,
    });
    assert.deepEqual(serviceWith('healthcheck: {test: [CMD, a, b]}').healthcheck?.test, ['CMD', 'a', 'b']);
    assert.deepEqual(serviceWith('healthcheck: {disable: true}').healthcheck?.test, ['NONE']);
    assert.deepEqual(serviceWith('healthcheck: {interval: 5s}').healthcheck?.test, []);
    assert.match(refused('healthcheck: {test: [curl, x]}'), /begins with "curl": begin the list with CMD or CMD-SHELL, or write one line of text/);
    assert.match(refused('healthcheck: {test: [CMD]}'), /CMD has nothing to run/);
    assert.match(refused('healthcheck: {interval: 5}'), /healthcheck\.interval: is "5", and has to be a duration with its unit, such as 10s or 1m30s/);
  });

  it('is restarted as Docker knows it, and as deploy says', () => {
    for (const [keys, condition, attemptsMax] of [
      ['restart: no', 'no', 0], ['restart: always', 'always', 0], ['restart: unless-stopped', 'unless-stopped', 0], ['restart: on-failure', 'on-failure', 0], ['restart: "on-failure:3"', 'on-failure', 3],
      ['deploy: {restart_policy: {condition: on-failure, max_attempts: 2}}', 'on-failure', 2], ['restart: always\ndeploy: {restart_policy: {condition: none}}', 'no', 0], ['deploy: {restart_policy: {}}', 'always', 0],
    ] as const) assert.deepEqual(serviceWith(keys).restart, { condition, attemptsMax }, keys);
    assert.match(refused('restart: allways'), /"allways" is no restart policy; did you mean "always"\?/);
    assert.match(refused('restart: "always:3"'), /attempts are counted with on-failure only/);
  });

  it('has limits under their old and their new names', () => {
    const limits = { memoryBytes: 2 ** 28, memoryReservationBytes: 2 ** 27, memorySwapBytes: 2 ** 29, nanoCpus: 1_500_000_000, cpuShares: 512, cpuset: '0-1', pidsMax: 100 };
    assert.deepEqual(serviceWith('mem_limit: 256m\nmem_reservation: 128m\nmemswap_limit: 512m\ncpus: 1.5\ncpu_shares: 512\ncpuset: 0-1\npids_limit: 100').resources, limits);
    assert.deepEqual(serviceWith('memswap_limit: 512m\ncpu_shares: 512\ncpuset: 0-1\ndeploy: {resources: {limits: {cpus: "1.5", memory: 256M, pids: 100}, reservations: {memory: 128M}}}').resources, limits);
    assert.equal(serviceWith('memswap_limit: -1\nmem_limit: 6m').resources.memorySwapBytes, -1);
    assert.match(refused('mem_limit: 5m'), /services\.web\.mem_limit: 5m of memory are too few: give at least 6m/);
    assert.match(refused('mem_limit: 64m\ndeploy: {resources: {limits: {memory: 65m}}}'), /mem_limit: is 64m, and services\.web\.deploy\.resources\.limits\.memory is 65m: keep one of them/);
    assert.match(refused('mem_limit: 64m\nmem_reservation: 65m'), /more memory is reserved than the limit allows/);
    assert.match(refused('mem_limit: 64m\nmemswap_limit: 32m'), /less than the limit of memory: raise it/);
    assert.match(refused('cpus: many'), /has to be a number from 0 to 1024/);
  });

  it('has replicas by deploy or by scale, and is placed where it may be', () => {
    assert.equal(serviceWith('deploy: {replicas: 3}').replicas, 3);
    assert.equal(serviceWith('scale: 0').replicas, 0);
    assert.match(refused('scale: 2\ndeploy: {replicas: 3}'), /scale: is 2, and services\.web\.deploy\.replicas is 3: keep one of them/);
    assert.deepEqual(serviceWith('deploy: {placement: {constraints: [node.labels.disk==ssd, "node.hostname != a"], max_replicas_per_node: 1}}').placement, { constraints: ['node.labels.disk==ssd', 'node.hostname != a'], replicasPerNodeMax: 1 });
    assert.match(refused('deploy: {placement: {constraints: [disk=ssd]}}'), /"disk=ssd" is no constraint/);
    assert.match(refused('deploy: {mode: global}'), /mode global is not possible yet: use replicated/);
    assert.match(refused('container_name: x1\nscale: 2'), /container_name: 2 containers can't have one name: remove container_name, or run one replica/);
  });

  it('is on networks by list and by mapping, or shares one', () => {
    assert.deepEqual(serviceWith('networks: [back]').networks, [{ network: 'back', aliases: [], address: '', mac: '' }]);
    assert.deepEqual(serviceWith('mac_address: 02:42:ac:11:00:02\nnetworks: {back: {aliases: [a, b], ipv4_address: 172.20.0.9}, default: }').networks, [
      { network: 'back', aliases: ['a', 'b'], address: '172.20.0.9', mac: '02:42:ac:11:00:02' },
      { network: 'default', aliases: [], address: '', mac: '' },
    ]);
    const host = serviceWith('network_mode: host');
    assert.deepEqual([host.networkMode, host.networks], ['host', []]);
    assert.deepEqual(warned('network_mode: host\nports: ["80:80"]'), ['services.web.ports has no effect with network_mode host']);
    assert.match(refused('network_mode: host\nnetworks: [back]'), /is on no networks: remove one of the two/);
    assert.match(refused('network_mode: hots'), /"hots" is no network mode; did you mean "host"\?/);
    assert.match(refused('network_mode: service:db'), /service:db is not possible yet: use networks/);
    assert.match(refused('networks: {back: {ipv4_address: 1.2.3}}'), /"1\.2\.3" is no IPv4 address/);
    assert.match(refused('networks: {back: {ipv4_address: 172.20.0.9}}\nscale: 2'), /2 containers can't have one address/);
    assert.match(refused('networks: [bak]'), /no network bak is defined; did you mean "back"\?/);
  });

  it('sees the processes and the shared memory of others where the file says so', () => {
    assert.deepEqual([serviceWith('pid: host').pidMode, serviceWith('ipc: none').ipcMode], ['host', 'none']);
    assert.match(refused('pid: service:db'), /pid: service:db is not possible yet: use host, or leave it out/);
    assert.match(refused('ipc: shared'), /"shared" is not known: use none, private, host, shareable, or leave it out/);
  });

  it('knows other hosts and name servers', () => {
    assert.deepEqual(serviceWith('extra_hosts: ["a:1.2.3.4", "b=::1", "c:[fe80::1]", "d=host-gateway"]').extraHosts, ['a:1.2.3.4', 'b:::1', 'c:fe80::1', 'd:host-gateway']);
    assert.deepEqual(serviceWith('extra_hosts: {a: 1.2.3.4, b: [1.1.1.1, "::1"]}').extraHosts, ['a:1.2.3.4', 'b:1.1.1.1', 'b:::1']);
    assert.match(refused('extra_hosts: [a]'), /"a" names no host and address: write NAME:ADDRESS, or NAME:host-gateway/);
    const { dns, dnsSearch, dnsOptions } = serviceWith('dns: 1.1.1.1\ndns_search: [a.test, b.test]\ndns_opt: [ndots:2]');
    assert.deepEqual([dns, dnsSearch, dnsOptions], [['1.1.1.1'], ['a.test', 'b.test'], ['ndots:2']]);
  });

  it('writes its log as far as it may grow', () => {
    assert.deepEqual(serviceWith('logging: {driver: local, options: {max-size: 10m, max-file: "3"}}').logging, { driver: 'local', sizeMaxBytes: 10 * 2 ** 20, filesMax: 3 });
    assert.match(refused('logging: {driver: syslog}'), /logging driver syslog is not possible: use json-file, local or none/);
  });

  it('refuses keys that nobody knows, and those that are known and not supported', () => {
    assert.equal(refused('comand: x'), 'c.yaml:4:5: services.web.comand: unknown key; did you mean "command"?');
    assert.equal(refused('healthcheck: {intervall: 5s}'), 'c.yaml:4:19: services.web.healthcheck.intervall: unknown key; did you mean "interval"?');
    assert.equal(refused('constructor: x'), 'c.yaml:4:5: services.web.constructor: unknown key: remove it, or begin its name with x-');
    for (const key of ['annotations', 'configs', 'develop', 'extends', 'gpus', 'links', 'runtime', 'secrets', 'volumes_from']) assert.match(refused(`${key}: x`), new RegExp(`^c\\.yaml:4:5: services\\.web\\.${key}: this key is not supported yet: `), key);
  });

  it('tells values of another kind plainly', () => {
    assert.equal(refused('user: [a]'), 'c.yaml:4:11: services.web.user: is a list, and has to be text');
    assert.equal(refused('init: maybe'), 'c.yaml:4:11: services.web.init: is "maybe", and has to be true or false');
    assert.equal(refused('volumes: {a: b}'), 'c.yaml:4:14: services.web.volumes: is a mapping, and has to be a list');
    assert.equal(refused('deploy: 5'), 'c.yaml:4:13: services.web.deploy: is "5", and has to be a mapping');
    assert.equal(refused('scale: -1'), 'c.yaml:4:12: services.web.scale: is "-1", and has to be a whole number from 0 to 10000');
    assert.equal(refused('shm_size: big'), 'c.yaml:4:15: services.web.shm_size: is "big", and has to be a size, such as 64m or 1gb');
    assert.match(refused('ulimits: {nofile: {soft: 5, hard: 4}}'), /the soft limit 5 is above the hard limit 4: lower it/);
  });
});
