"""What people's scripts do with docker-py. Prints a line for each part that held."""
import io
import sys
import tarfile
import docker

client = docker.DockerClient(base_url=sys.argv[1])


def done(part):
    print(part, flush=True)


assert client.ping() and client.version()['ApiVersion'] == '1.51' and client.info()['OSType'] == 'linux'
done('ping, version, info')

assert client.containers.run('busybox', 'echo hello', remove=True) == b'hello\n'
try:
    client.containers.run('busybox', ['sh', '-c', 'echo bad >&2; exit 4'], remove=True)
    raise SystemExit('no error')
except docker.errors.ContainerError as error:
    assert error.exit_status == 4 and b'bad' in error.stderr, error
done('run')

box = client.containers.run('busybox', 'sleep 1000', detach=True, name='box', labels={'of': 'py'}, environment={'A': 'b'}, mem_limit='64m', ports={'80/tcp': None})
assert box.status == 'created' and client.containers.get('box').status == 'running'
assert [one.name for one in client.containers.list(filters={'label': 'of=py'})] == ['box']
done('list and get')

# docker-py drops what comes in one read with the answer's head, of any engine: commands give it a moment.
code, output = box.exec_run(['sh', '-c', 'sleep 0.3; echo $A; echo err >&2; exit 2'], demux=True)
assert (code, output) == (2, (b'b\n', b'err\n')), (code, output)
assert b''.join(box.exec_run(['sh', '-c', 'sleep 0.3; echo streamed'], stream=True).output) == b'streamed\n'
done('exec')

data = io.BytesIO()
with tarfile.open(fileobj=data, mode='w') as archive:
    entry = tarfile.TarInfo('file')
    entry.size = 5
    archive.addfile(entry, io.BytesIO(b'12345'))
assert box.put_archive('/tmp', data.getvalue())
stream, stat = box.get_archive('/tmp/file')
assert stat['name'] == 'file' and stat['size'] == 5
with tarfile.open(fileobj=io.BytesIO(b''.join(stream))) as archive:
    assert archive.extractfile('file').read() == b'12345'
done('archives')

assert box.top()['Titles'] and box.stats(stream=False)['memory_stats']['usage'] > 0
assert next(box.stats(stream=True, decode=True))['id'] == box.id
box.pause(); box.reload(); assert box.status == 'paused'
box.unpause(); box.rename('other'); box.reload(); assert (box.status, box.name) == ('running', 'other')
box.update(mem_limit='128m', memswap_limit='128m'); box.reload(); assert box.attrs['HostConfig']['Memory'] == 128 * 2**20
box.restart(timeout=0); box.kill(); assert box.wait()['StatusCode'] == 137
done('life')

logged = client.containers.run('busybox', ['sh', '-c', 'for i in 1 2 3; do echo line $i; done'], detach=True)
logged.wait()
assert logged.logs() == b'line 1\nline 2\nline 3\n' and logged.logs(tail=1) == b'line 3\n'
assert list(logged.logs(stream=True)) == [b'line 1\n', b'line 2\n', b'line 3\n']
image = logged.commit('committed', 'v1')
assert client.images.get('committed:v1').id == image.id
logged.remove()
done('logs and commit')

net = client.networks.create('net', labels={'of': 'py'}, ipam=docker.types.IPAMConfig(pool_configs=[docker.types.IPAMPool(subnet='10.77.0.0/16')]))
peer = client.containers.run('busybox', 'sleep 1000', detach=True, name='peer')
net.connect(peer, aliases=['alias'], ipv4_address='10.77.0.9')
net.reload(); assert [one.name for one in net.containers] == ['peer']
assert b'10.77.0.9' in client.containers.run('busybox', 'nslookup alias', network='net', remove=True)
net.disconnect(peer); net.remove()
try:
    client.networks.get('net')
    raise SystemExit('still there')
except docker.errors.NotFound:
    done('networks')

volume = client.volumes.create('vol', labels={'of': 'py'})
assert client.containers.run('busybox', 'sh -c "echo kept > /v/f; cat /v/f"', volumes={'vol': {'bind': '/v', 'mode': 'rw'}}, remove=True) == b'kept\n'
assert [one.name for one in client.volumes.list(filters={'label': 'of=py'})] == ['vol']
volume.remove()
done('volumes')

events = client.events(since=1, until=4, decode=True)
assert list(events) == []
for wrong, call in ((docker.errors.NotFound, lambda: client.containers.get('nosuch')), (docker.errors.ImageNotFound, lambda: client.images.get('nosuch')), (docker.errors.APIError, lambda: client.containers.create('busybox', name='peer'))):
    try:
        call()
        raise SystemExit(f'no {wrong}')
    except wrong:
        pass
done('errors')

saved = b''.join(client.images.get('busybox').save())
assert client.images.load(saved)[0].tags == ['busybox:latest']
assert client.images.get('busybox').tag('renamed', 'x') and client.images.remove('renamed:x') is None
assert any('busybox:latest' in one.tags for one in client.images.list()) and client.images.get('busybox').history()
done('images')

peer.remove(force=True); box.remove(v=True)
assert client.containers.prune()['ContainersDeleted'] is None and client.df()['Images']
done('prune and df')
