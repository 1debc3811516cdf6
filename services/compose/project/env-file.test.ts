import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEnvFile, parseRawEnvFile } from './env-file.ts';

const parsed = (text: string, outer: Record<string, string> = {}): Record<string, string> => {
  const { variables, problems } = parseEnvFile(text, (name) => outer[name]);
  assert.deepEqual(problems, []);
  return Object.fromEntries(variables);
};

describe('parseEnvFile', () => {
  it('reads lines, comments, blank lines and export', () => {
    assert.deepEqual(parsed('# first\n\nA=1\n  export B = two words \r\nC=\nD: yaml\n'), { A: '1', B: 'two words', C: '', D: 'yaml' });
  });
  it('takes a comment only after a space', () => {
    assert.deepEqual(parsed('A=a#b\nB=a #b\nC= # nothing\nD="a #b" # c\n'), { A: 'a#b', B: 'a', C: '', D: 'a #b' });
  });
  it('takes single quotes literally, and reads escapes in double quotes', () => {
    assert.deepEqual(parsed(`A='$X \\n "q"'\nB="a\\n\\"b\\" \\\\ \\$X"\n`), { A: '$X \\n "q"', B: 'a\n"b" \\ $X' });
  });
  it('reads quoted values over several lines', () => {
    assert.deepEqual(parsed(`KEY="-----BEGIN\nabc \n-----END"\nNEXT='a\nb'\nLAST=1\n`), { KEY: '-----BEGIN\nabc \n-----END', NEXT: 'a\nb', LAST: '1' });
  });
  it('puts in variables of the lines above and of the shell, the shell first', () => {
    assert.deepEqual(parsed('A=1\nB=${A}-$HOME-${NO:-x}\nC="$A"\n', { HOME: '/root', A: '9' }), { A: '1', B: '9-/root-x', C: '9' });
  });
  it('takes the value that is there already for a name alone', () => {
    assert.deepEqual(parsed('A\nB\n', { A: 'shell' }), { A: 'shell' });
  });
  it('tells each line that is none, and reads the others', () => {
    const { variables, problems } = parseEnvFile(`A=1\nno variable\nC=\${X\nD="a"b\nE=5\nF='open\nG=7\n`, () => undefined);
    assert.deepEqual(problems.map(({ line, message }) => `${line}: ${message}`), [
      '2: "no variable" is no variable: write NAME=VALUE',
      '3: "${X" has a ${ without its }: close it',
      '4: "b" follows the closing ": put all of the value inside the quotes',
      "6: a ' is never closed: close it on the same or a later line",
    ]);
    assert.deepEqual([...variables.keys()], ['A', 'E', 'G']);
  });
  it('reads back any value in single quotes', () => {
    fc.assert(fc.property(fc.string().filter((text) => !/['\r]/.test(text)), (text) => parsed(`A='${text}'\nB=1`).A === text));
  });
});

describe('parseRawEnvFile', () => {
  it('takes everything after the first = as it is', () => {
    const { variables, problems } = parseRawEnvFile(`# c\nA="x" # y\nB=$A=1\n\nbad\n`);
    assert.deepEqual(Object.fromEntries(variables), { A: '"x" # y', B: '$A=1' });
    assert.deepEqual(problems, [{ line: 5, message: '"bad" is no variable: write NAME=VALUE' }]);
  });
});
