// What people's tests do with testcontainers. Run as a program on the machine's own network, whose published ports it reaches; prints a line for each part that held.
import assert from 'node:assert/strict';
import { GenericContainer, Network, Wait } from 'testcontainers';
import { until } from '../../harness/wait.ts';

const done = (part: string): void => void process.stdout.write(`${part}\n`);
const text = async (host: string, port: number): Promise<string> => (await fetch(`http://${host}:${port}/`)).text();
const httpd = (page: string): string[] => ['sh', '-c', `mkdir -p /www; echo '${page}' > /www/index.html; echo serving; trap "exit 0" TERM; httpd -f -p 80 -h /www & wait`];
const label = { 'org.example.session': 'testcontainers' };
const image = 'busybox:latest';

{
  await using container = await new GenericContainer(image).withCommand(httpd('ports')).withExposedPorts(80).withLabels(label).withWaitStrategy(Wait.forListeningPorts()).start();
  assert.equal(await text(container.getHost(), container.getMappedPort(80)), 'ports\n');
  done('waits for ports');
  const { output, exitCode } = await container.exec(['sh', '-c', 'echo out; echo err >&2; exit 3']);
  assert.deepEqual([output.includes('out'), output.includes('err'), exitCode], [true, true, 3]);
  done('exec');
  await container.copyContentToContainer([{ content: 'copied', target: '/tmp/copied', mode: 0o640 }]);
  assert.equal((await container.exec(['stat', '-c', '%a', '/tmp/copied'])).stdout.trim(), '640');
  const chunks: Buffer[] = [];
  for await (const chunk of await container.copyArchiveFromContainer('/tmp/copied')) chunks.push(Buffer.from(chunk as Buffer));
  assert.ok(Buffer.concat(chunks).includes('copied'));
  done('copies');
  await container.restart({ timeout: 1_000 });
  assert.equal(await text(container.getHost(), container.getMappedPort(80)), 'ports\n');
  done('restarts');
}
{
  const lines: string[] = [];
  await using _container = await new GenericContainer(image)
    .withCommand(['sh', '-c', 'echo starting; sleep 0.3; echo ready to serve; exec sleep 1000'])
    .withWaitStrategy(Wait.forLogMessage(/ready to serve/))
    .withLogConsumer((stream) => stream.on('data', (line: string) => lines.push(line.trim())))
    .start();
  await until('its log was told', () => lines.includes('ready to serve'), 5_000);
  assert.ok(lines.includes('starting'), lines.join());
  done('waits for a log line');
}
{
  await using _container = await new GenericContainer(image)
    .withCommand(['sh', '-c', 'sleep 0.5; touch /well; exec sleep 1000'])
    .withHealthCheck({ test: ['CMD-SHELL', 'test -f /well'], interval: 200, timeout: 1_000, retries: 20 })
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  done('waits for health');
}
{
  await using container = await new GenericContainer(image).withCommand(httpd('http')).withExposedPorts(80).withWaitStrategy(Wait.forHttp('/', 80).forStatusCode(200)).start();
  assert.ok(container.getMappedPort(80) > 0);
  done('waits for http');
}
{
  await using _container = await new GenericContainer(image).withCommand(['true']).withWaitStrategy(Wait.forOneShotStartup()).start();
  done('waits for an end');
  await using _shell = await new GenericContainer(image).withCommand(['sleep', '1000']).withWaitStrategy(Wait.forSuccessfulCommand('test -d /tmp')).start();
  done('waits for a command');
}
{
  await using network = await new Network().start();
  await using _server = await new GenericContainer(image).withCommand(httpd('network')).withNetwork(network).withNetworkAliases('server').withWaitStrategy(Wait.forLogMessage('serving')).start();
  await using client = await new GenericContainer(image).withCommand(['sleep', '1000']).withNetwork(network).start();
  assert.equal((await client.exec(['wget', '-qO-', 'http://server/'])).output, 'network\n');
  assert.match(client.getIpAddress(network.getName()), /^\d+\.\d+\.\d+\.\d+$/);
  done('networks');
}
{
  await using container = await new GenericContainer(image)
    .withCommand(['sleep', '1000'])
    .withEnvironment({ NAME: 'value' })
    .withUser('1000:1000')
    .withWorkingDir('/tmp')
    .withTmpFs({ '/scratch': 'rw,size=1m' })
    .withExtraHosts([{ host: 'other', ipAddress: '10.1.2.3' }])
    .withResourcesQuota({ memory: 0.125, cpu: 0.5 })
    .withUlimits({ nofile: { soft: 1_000, hard: 1_000 } })
    .withName('named-by-testcontainers')
    .start();
  assert.equal((await container.exec(['sh', '-c', 'echo $NAME $(id -u) $(pwd) $(ulimit -n); grep -c other /etc/hosts'])).output, 'value 1000 /tmp 1000\n1\n');
  done('settings');
}
{
  const reused = () => new GenericContainer(image).withCommand(['sleep', '1000']).withReuse().start();
  const [first, second] = [await reused(), await reused()];
  assert.equal(first.getId(), second.getId());
  await first.stop();
  done('reuse');
}
process.exit(0);
