import assert from 'node:assert/strict';
import { fileWith, problemsOf, serviceWith } from '../testing/load-text.ts';
import type { Mount } from './model.ts';

const mount = { readOnly: false, propagation: '', noCopy: false, createHostPath: false, tmpfsSizeBytes: 0, tmpfsMode: 0, subpath: '' };
const mounts = (keys: string): Mount[] => serviceWith(keys, { environment: { HOME: '/home/me' } }).mounts;
const refused = (keys: string): string => problemsOf(fileWith(keys)).join('\n');

describe('mounts', () => {
  it('are paths of the host from the folder of the project, of the user, or from the top', () => {
    assert.deepEqual(mounts('volumes: [./a:/a, ../b:/b:ro, ~/c:/c, /d:/d:rw, .:/e]').map(({ type, source, readOnly }) => [type, source, readOnly]), [
      ['bind', '/srv/shop/a', false], ['bind', '/srv/b', true], ['bind', '/home/me/c', false], ['bind', '/d', false], ['bind', '/srv/shop', false],
    ]);
  });
  it('are named volumes, or volumes without a name', () => {
    assert.deepEqual(mounts('volumes: ["data:/data:nocopy,ro", /anonymous]'), [
      { ...mount, type: 'volume', source: 'data', target: '/data', noCopy: true, readOnly: true },
      { ...mount, type: 'volume', source: '', target: '/anonymous' },
    ]);
  });
  it('take options that mean nothing on Linux, and propagation', () => {
    assert.deepEqual(mounts('volumes: ["./a:/a:z,cached,rslave"]'), [{ ...mount, type: 'bind', source: '/srv/shop/a', target: '/a', propagation: 'rslave', createHostPath: true }]);
  });
  it('read the long form', () => {
    assert.deepEqual(
      mounts(`volumes:
  - {type: bind, source: ./a, target: /a, read_only: true, bind: {create_host_path: false, propagation: shared}}
  - {type: volume, source: data, target: /b, volume: {nocopy: true, subpath: sub}}
  - {type: tmpfs, target: /c, tmpfs: {size: 64m, mode: 1777}}`),
      [
        { ...mount, type: 'bind', source: '/srv/shop/a', target: '/a', readOnly: true, propagation: 'shared' },
        { ...mount, type: 'volume', source: 'data', target: '/b', noCopy: true, subpath: 'sub' },
        { ...mount, type: 'tmpfs', source: '', target: '/c', tmpfsSizeBytes: 2 ** 26, tmpfsMode: 0o1777 },
      ],
    );
  });
  it('read tmpfs as one text or several, with size and mode', () => {
    assert.deepEqual(mounts('tmpfs: /run').map(({ type, target }) => [type, target]), [['tmpfs', '/run']]);
    assert.deepEqual(mounts('tmpfs: ["/run:size=1m,mode=755,noexec", /tmp]').map(({ target, tmpfsSizeBytes, tmpfsMode }) => [target, tmpfsSizeBytes, tmpfsMode]), [['/run', 2 ** 20, 0o755], ['/tmp', 0, 0]]);
  });
  it('refuse what has no absolute target, what is not known, and two on one target', () => {
    assert.match(refused('volumes: ["./a:b"]'), /volumes\[0\]: "\.\/a:b" is no mount: write SOURCE:TARGET\[:ro\] with an absolute target/);
    assert.match(refused('volumes: ["./a:/a:rx"]'), /"rx" is no option of a mount: use ro, rw or nocopy/);
    assert.match(refused('volumes: ["./a:/a", "./b:/a/"]'), /two mounts have the target \/a\/: keep one/);
    assert.match(refused('volumes: [{type: npipe, source: x, target: /x}]'), /a mount of type npipe is not possible yet/);
    assert.match(refused('volumes: [{type: bind, target: /x}]'), /a bind mount has no source/);
    assert.match(refused('volumes: [{type: bind, source: ., target: /x, bind: {propagation: up}}]'), /"up" is no propagation/);
    assert.match(refused('tmpfs: "/run:uid=5"'), /the option uid=5 of a tmpfs is not possible yet/);
    assert.match(refused('tmpfs: "/run:size=x"'), /"x" is no size/);
    assert.match(refused('tmpfs: "/run:mode=999"'), /"999" is no file mode/);
  });
  it('refuse a volume that is not defined, at its place, with the name that is nearest', () => {
    assert.equal(refused('volumes: ["dta:/data"]'), 'c.yaml:4:15: services.web.volumes.dta: no volume dta is defined; did you mean "data"?: add it below the top-level "volumes"');
  });
});
