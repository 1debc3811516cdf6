import { writeFileSync } from 'node:fs';
import { CommandError } from '../api.ts';
import { buildOptions, orderFrom } from '../building/build-options.ts';
import { contextOf } from '../building/context-of.ts';
import { runBuild } from '../building/run-build.ts';
import { jsonProgress, plainProgress, quietProgress, terminalProgress, type Show } from '../building/show-progress.ts';
import { allLogins } from '../registry-login.ts';
import { flag, text, type Command, type Invocation } from '../command.ts';

export const build: Command = {
  name: 'build',
  usage: 'build [OPTIONS] PATH|URL|-',
  help: 'Builds an image from a Dockerfile and the files of a folder. Ctrl-C cancels.',
  options: buildOptions,
  run: async (invocation) => {
    const { api, words, options, out } = invocation;
    const [path, ...more] = words;
    if (path === undefined) throw new CommandError('say what to build from: lading build PATH', 125);
    if (more.length > 0) throw new CommandError(`one context is built from, not ${words.length}: lading build PATH`, 125);
    const { dockerfile, more: ofContext, body } = await contextOf(path, options);
    const { more: ofOptions, ...order } = orderFrom(options);
    const { outcome, imageId } = await runBuild(api, { ...order, dockerfile, more: { ...ofOptions, ...ofContext, logins: await allLogins() } }, body, progressFor(invocation));
    if (outcome !== 'done') return 1;
    const file = text(options, 'iidfile');
    if (file !== undefined) writeFileSync(file, imageId);
    if (text(options, 'progress') !== 'json') out(`${imageId}\n`);
    return 0;
  },
};

export const progressFor = ({ options, out, err }: Pick<Invocation, 'options' | 'out' | 'err'>): Show => {
  const asked = flag(options, 'quiet') ? 'quiet' : (text(options, 'progress') ?? 'auto');
  const kind = asked === 'auto' ? (process.stderr.isTTY && !process.env.CI ? 'tty' : 'plain') : asked;
  switch (kind) {
    case 'tty':
      return terminalProgress(err, { columns: () => process.stderr.columns ?? 80, rows: () => process.stderr.rows ?? 24, clock: Date.now });
    case 'plain':
      return plainProgress(err);
    case 'json':
    case 'rawjson':
      return jsonProgress(out);
    case 'quiet':
      return quietProgress(err);
    default:
      throw new CommandError(`--progress ${asked} is none of auto, tty, plain, json and quiet`, 125);
  }
};
