import { parseEnvFile, parseRawEnvFile } from './env-file.ts';
import type { Lookup } from './interpolate.ts';
import { resolvePath } from './paths.ts';
import type { Problem } from './problem.ts';
import type { At, Reader } from './reader.ts';

/** Files beside the compose files, by absolute path. */
export type Texts = readonly { path: string; text: string }[];

/** The variables for interpolation: what the shell has counts over `.env`. */
export const variablesOf = (projectDir: string, envFiles: Texts, environment: Readonly<Record<string, string>>): { variables: Map<string, string>; problems: Problem[] } => {
  const shell = new Map(Object.entries(environment));
  const path = resolvePath(projectDir, '.env', undefined);
  const { variables, problems } = parseEnvFile(envFiles.find((file) => file.path === path)?.text ?? '', (name) => shell.get(name));
  return { variables: new Map([...variables, ...shell]), problems: problems.map(({ line, message }) => ({ place: { file: path, line, column: 1 }, path: '', message })) };
};

/** The variables that `env_file` of a service gives to its containers, the later files over the earlier ones. */
export const readEnvFiles = (reader: Reader, at: At, envFiles: Texts, projectDir: string, outer: Lookup): Map<string, string> => {
  const all = new Map<string, string>();
  for (const item of reader.oneOrMore(at)) {
    const field = item.tree?.kind === 'mapping' ? reader.fields(item, { used: ['path', 'required', 'format'] }) : undefined;
    const written = reader.text(field ? field('path') : item);
    const format = field ? reader.text(field('format')) : '';
    if (written === '') reader.problem(item, 'has no path: say which file');
    if (field && format !== '' && format !== 'raw') reader.problem(field('format'), `format ${format} is not known: use raw, or leave it out`);
    const path = resolvePath(projectDir, written, outer('HOME'));
    const file = envFiles.find((one) => one.path === path);
    if (!file && written !== '' && (!field || reader.flag(field('required'), true))) reader.problem(item, `the file ${path} is not there: create it, or say "required: false"`);
    const { variables, problems } = format === 'raw' ? parseRawEnvFile(file?.text ?? '') : parseEnvFile(file?.text ?? '', (name) => outer(name) ?? all.get(name));
    for (const { line, message } of problems) reader.problem({ tree: { kind: 'scalar', value: null, text: '', place: { file: path, line, column: 1 } }, path: '' }, message);
    for (const [name, value] of variables) all.set(name, value);
  }
  return all;
};
