import assert from 'node:assert/strict';
import { doing, warnings, wrong } from '../testing/evaluated-stage.ts';

const environment = '  environment: PATH=/bin\n';
/** What RUN does, without what every RUN has. */
const run = (instruction: string, config = {}): string => doing(instruction, { config: { Env: ['PATH=/bin'], ...config } }).split('\n').slice(1).join('\n').replace(environment, '');
const mount = (flag: string, config = {}): string => / {2}mount: (.*)/.exec(run(`RUN --mount=${flag} x`, config))?.[1] ?? '';

describe('RUN', () => {
  for (const [what, instruction, config, expected] of [
    ['executes a line by the shell', 'RUN a && b', {}, '  run: ["/bin/sh","-c","a && b"]\n'],
    ['executes a list as it is', 'RUN ["a", "$b"]', {}, '  run: ["a","$b"]\n'],
    ['executes by the shell of the image', 'RUN a', { Shell: ['/bin/bash', '-ec'] }, '  run: ["/bin/bash","-ec","a"]\n'],
    ['executes as user and in the directory of the image', 'RUN a', { User: 'me:us', WorkingDir: '/w' }, '  run: ["/bin/sh","-c","a"]\n  user: me:us\n  in: /w\n'],
    ['pays no regard to the entrypoint', 'RUN a', { Entrypoint: ['e'] }, '  run: ["/bin/sh","-c","a"]\n'],
    ['executes a heredoc by the shell', 'RUN <<EOF\na\n  b\nEOF', {}, '  run: ["/bin/sh","-c","a\\n  b\\n"]\n'],
    ['executes a heredoc with a first line of its own as a file', 'RUN <<EOF\n#!/usr/bin/env python3\na\nEOF', {}, '  run: ["/bin/sh","-c","/dev/pipes/EOF"]\n  file: /dev/pipes/EOF 755 "#!/usr/bin/env python3\\na\\n"\n'],
    ['gives a heredoc to a program', 'RUN python3 <<EOF > x\na\nEOF', {}, '  run: ["/bin/sh","-c","python3 <<EOF > x\\na\\nEOF"]\n'],
    ['gives several heredocs to the shell', 'RUN cat <<A <<-B\na\nA\n\tb\nB', {}, '  run: ["/bin/sh","-c","cat <<A <<-B\\na\\nA\\nb\\nB"]\n'],
    ['runs without a network', 'RUN --network=none a', {}, '  run: ["/bin/sh","-c","a"]\n  network: none\n'],
    ['runs with all privileges', 'RUN --security=insecure --device=gpu,required a', {}, '  run: ["/bin/sh","-c","a"]\n  security: insecure\n  device: gpu, required\n'],
  ] as const)
    it(what, () => assert.equal(run(instruction, config), expected));

  it('runs in the network of the build, unless it says otherwise', () => {
    assert.match(doing('RUN a', { options: { network: 'none' } }), /network: none/);
    assert.match(doing('RUN --network=host a', { options: { network: 'none' } }), /network: host/);
  });

  describe('mounts', () => {
    for (const [flag, expected] of [
      ['target=/a', '/a bind . of the context'],
      ['type=bind,source=/x/../y/,dst=a,rw', '/w/a bind y of the context, writable'],
      ['target=/a,readonly=false', '/a bind . of the context, writable'],
      ['target=/a,readwrite=false', '/a bind . of the context'],
      ['target=.,from=img', '/w bind . of image img'],
      ['type=cache,target=/c', '/c cache /c shared 755 0:0'],
      ['type=cache,target=c/,id=x,sharing=LOCKED,mode=0700,uid=1,gid=2,ro', '/w/c cache x locked 700 1:2, read-only'],
      ['type=cache,target=/c,from=img,source=a/b', '/c cache /c shared 755 0:0 from a/b of image img'],
      ['type=tmpfs,target=/t', '/t tmpfs'],
      ['type=tmpfs,target=/t,size=1.5g', '/t tmpfs 1610612736'],
      ['type=secret,id=a/b', '/run/secrets/b secret a/b 400 0:0'],
      ['type=secret,target=/x/y', '/x/y secret y 400 0:0'],
      ['type=secret,src=s,env=E,required', '$E secret s 400 0:0, required'],
      ['type=secret,id=s,env=E,target=t,mode=0444,uid=7', '/w/t and $E secret s 444 7:0'],
      ['type=ssh', '/run/buildkit/ssh_agent.0 ssh default 600 0:0'],
      ['type=ssh,id=i,target=/s,required=true', '/s ssh i 600 0:0, required'],
      ['type=cache,target=$T,id=${T}x', '/var/t cache /var/tx shared 755 0:0'],
      ['type=$K,target=/c', '/c cache /c shared 755 0:0'],
    ] as const)
      it(flag, () => assert.equal(mount(flag, { WorkingDir: '/w', Env: ['PATH=/bin', 'T=/var/t', 'K=cache'] }), expected));

    it('commas, where the field is quoted', () => assert.equal(mount(`'type=cache,"target=/a,b"'`), '/a,b cache /a,b shared 755 0:0'));
    it('several sockets, each its own', () => assert.match(run('RUN --mount=type=ssh --mount=type=ssh,id=b x'), /ssh_agent\.0 ssh default[^]*ssh_agent\.1 ssh b/));
    it('caches of a namespace', () => assert.match(doing('RUN --mount=type=cache,target=/c x', { options: { arguments: new Map([['BUILDKIT_CACHE_MOUNT_NS', 'n']]) } }), /cache n\/\/c shared/));

    for (const [what, flag, expected] of [
      ['over the root', 'type=cache,target=/', '2:24: a mount cannot take the place of /: write target= with a directory below it'],
      ['nowhere', 'type=cache', '2:5: a mount cannot take the place of /: write target= with a directory below it'],
      ['a secret without a name', 'type=secret', '2:5: a secret needs an id: write --mount=type=secret,id=…'],
      ['a secret with two names', 'type=secret,id=a,source=b', '2:30: a secret has id and source, which mean the same: remove one'],
      ['caches shared in another way', 'type=cache,target=/c,sharing=loked', '2:34: sharing= is shared, private or locked, not "loked"; did you mean "locked"?'],
      ['a mode that is none', 'type=cache,target=/c,mode=9', '2:34: mode= is an octal number such as 0755, not "9"'],
      ['a user that is no number', 'type=cache,target=/c,uid=me', '2:34: uid= is a number, not "me"'],
      ['a size that is none', 'type=tmpfs,target=/c,size=big', '2:34: size= is a number of bytes such as 64m, not "big"'],
      ['what is neither on nor off', 'target=/c,ro=maybe', '2: readonly= is true or false, not "maybe"'],
      ['a key of another type, when a variable tells the type', 'type=$K,target=/c,size=1', '2:31: a mount of type cache has no size: only tmpfs has it'],
      ['from a later stage', 'target=/c,from=z', '2:28: the stage "z" stands later in the file: move it before this one'],
    ] as const)
      it(`not ${what}`, () => assert.equal(wrong(`RUN --mount=${flag} x\nFROM a AS z`, { options: { target: '0' }, config: { Env: ['K=cache'] } }), expected));
  });

  it('warns of variables of a mount that are not there', () => assert.deepEqual(warnings('FROM a\nRUN --mount=type=cache,target=/c$X x'), ['2 UndefinedVar: X is not set here, and stands for nothing']));
});
