import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';

/**
 * trusted.* is left out: an image must not speak to overlayfs in our name.
 * Nothing is overwritten but what this archive itself made: the folder is empty before.
 */
const options = ['-x', '-p', '--numeric-owner', '--xattrs', '--xattrs-include=user.*', '--xattrs-include=security.capability'];
/** Deletions are written otherwise, after everything else. */
const asLayer = ['--same-owner', '--exclude=.wh.*'];

/** Of its own, not the daemon's: TAR_OPTIONS would be obeyed, messages be translated. */
export const tarEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

const messageMaxChars = 2_000;

/**
 * Unpacks what `feed` writes into an empty folder, by the system's tar: it is several times faster than any in JavaScript, and makes
 * links that lead out only after everything else. When it ends, well or badly, tar has ended too.
 */
export const systemTar = async (directory: string, feed: (tar: Writable) => Promise<void>, more: readonly string[] = asLayer): Promise<void> => {
  const tar = spawn('tar', [...options, ...more, '-C', directory], { stdio: ['pipe', 'ignore', 'pipe'], env: tarEnvironment });
  let said = '';
  tar.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, messageMaxChars)));
  // A listener must be there from the start: spawning can fail before anything is waited for.
  const ended = once(tar, 'close').then(([code]) => code as number | null);
  const [fed, code] = await Promise.all([
    feed(takingAll(tar.stdin)).then(
      () => undefined,
      (error: unknown) => {
        tar.kill('SIGKILL');
        return error instanceof Error ? error : new Error(String(error));
      },
    ),
    ended,
  ]);
  // When tar gives up, writing to it fails too; then its own words say why.
  if (said !== '' && code !== 0) throw new Error(`tar could not unpack the archive: ${said.trim()}`);
  if (fed) throw fed;
  if (code !== 0) throw new Error(`tar ended with ${code} and said nothing: see whether memory or disk is short`);
};

/**
 * Takes everything, also what tar leaves unread: it goes away at the archive's end mark, and the zeros behind that one still have to be
 * seen by who counts and hashes. Whether it went away too early is told by its exit code.
 */
const takingAll = (stdin: Writable): Writable => {
  let isOpen = true;
  const gone = new Promise<void>((resolve) => {
    const close = (): void => {
      isOpen = false;
      resolve();
    };
    stdin.once('close', close);
    stdin.on('error', close);
  });
  return new Writable({
    write: (piece: Buffer, _encoding, done) => {
      if (!isOpen || stdin.write(piece)) return done();
      Promise.race([gone, once(stdin, 'drain').catch(() => {})]).then(() => done(), done);
    },
    final: (done) => {
      if (!isOpen) return done();
      stdin.end();
      done();
    },
  });
};
