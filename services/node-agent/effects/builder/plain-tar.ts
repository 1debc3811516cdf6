import { spawn } from 'node:child_process';
import { Duplex, type Readable, type Transform } from 'node:stream';
import { bombGuard, decompressor, peek } from '../content/compression.ts';
import { tarEnvironment } from '../content/system-tar.ts';

/** By the first bytes of what they undo. The programs run as nobody, with nothing but their pipes. */
const programs: readonly [magic: string, program: string][] = [
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
];
const nobody = 65_534;
const messageMaxChars = 500;

/** What undoes a stream's compression (gzip, bzip2, xz, zstd or none), known from its first bytes, and the stream again from its first byte. */
export const plainTar = async (stream: Readable): Promise<{ whole: Readable; steps: readonly [Transform, Duplex, Transform] }> => {
  const { head, whole } = await peek(stream);
  const guard = bombGuard();
  return { whole, steps: [guard.packed, undoing(head.toString('hex')), guard.unpacked] };
};

const undoing = (magic: string): Duplex => {
  const program = programs.find(([start]) => magic.startsWith(start));
  if (program) return throughProgram(program[1]);
  return decompressor(magic.startsWith('1f8b') ? 'gzip' : magic.startsWith('28b52ffd') ? 'zstd' : 'tar');
};

// Its end is that of the program: output that was cut short must not pass for whole.
const throughProgram = (program: string): Duplex => {
  const child = spawn(program, ['-dc'], { uid: nobody, gid: nobody, cwd: '/', env: tarEnvironment, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  const duplex = new Duplex({
    write: (piece: Buffer, _encoding, done) => (child.stdin.write(piece) ? done() : void child.stdin.once('drain', done)),
    final: (done) => void child.stdin.end(() => done()),
    read: () => void child.stdout.resume(),
    destroy: (error, done) => {
      child.kill('SIGKILL');
      done(error);
    },
  });
  // It goes when its output is not wanted any more, and says so by its exit code.
  child.stdin.on('error', () => {});
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, messageMaxChars)));
  child.stdout.on('data', (piece: Buffer) => void (duplex.push(piece) || child.stdout.pause()));
  child.once('error', (error) => duplex.destroy(new Error(`${program} can't be run: ${error.message}; install it, or use gzip or zstd`)));
  child.once('close', (code) => (code === 0 ? duplex.push(null) : duplex.destroy(new Error(`the archive can't be unpacked: ${said.trim() || `${program} ended with ${code}`}`))));
  return duplex;
};
