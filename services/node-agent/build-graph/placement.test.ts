import assert from 'node:assert/strict';
import { parseIgnoreFile } from '../dockerignore/ignore.ts';
import { doing, warnings, wrong } from '../testing/evaluated-stage.ts';

const facts = (instruction: string, config = {}): readonly string[] => doing(instruction, { config }).split('\n').slice(1, -1).map((line) => line.trim());
const sha = `sha256:${'ab'.repeat(32)}`;

describe('COPY and ADD', () => {
  describe('find sources', () => {
    for (const [what, instruction, expected] of [
      ['by a path', 'COPY a/b /x', ['source: a/b', 'to: /x']],
      ['several, a directory as destination', 'COPY a b /x/', ['source: a', 'source: b', 'to: /x/']],
      ['without what leads out of the context', 'COPY ../a /b ./c/ x/', ['source: a', 'source: b', 'source: c', 'to: /x/']],
      ['all of the context', 'COPY . /', ['source: .', 'to: /']],
      ['all of it by what is empty, as Docker does', 'COPY "" /', ['source: .', 'to: /']],
      ['by a pattern', 'COPY *.txt [ab]/? /x/', ['source: *.txt, a pattern', 'source: [ab]/?, a pattern', 'to: /x/']],
      ['with letters that are escaped twice, for the file and for the pattern', 'COPY a\\\\*b /x', ['source: a\\*b, a pattern', 'to: /x']],
      ['in lists, with spaces', 'COPY ["a b", "/c d/"]', ['source: a b', 'to: /c d/']],
      ['with quotes', 'COPY "a" /x', ['source: a', 'to: /x']],
      ['as text', 'COPY <<EOF /x\na\nEOF', ['source: EOF "a\\n"', 'to: /x']],
      ['of a stage, an image, nothing', 'COPY --from=img /a /b', ['from: image img', 'source: a', 'to: /b']],
      ['with their directories', 'COPY --parents ./x/a.txt /d/', ['source: x/a.txt', 'to: /d/', 'with parents']],
      ['with their directories from a point on', 'COPY --parents ./x/y/./z/**/*.txt /d/', ['source: x/y/z/**/*.txt, a pattern, from part 3 on', 'to: /d/', 'with parents']],
      ['without some of them', 'COPY --exclude=*.md --exclude=!a.md . /x/', ['source: .', 'to: /x/', 'without: *.md', 'without: !a.md']],
      ['as a layer of their own', 'COPY --link --chown=1 a /x', ['source: a', 'to: /x', 'owner: 1', 'as a layer of its own']],
    ] as const)
      it(what, () => assert.deepEqual(facts(instruction), expected));
  });

  describe('write', () => {
    for (const [destination, expected] of [
      ['/a', '/a'], ['/a/', '/a/'], ['/a/.', '/a/'], ['a', '/w/a'], ['a/', '/w/a/'], ['.', '/w/'], ['./', '/w/'], ['..', '/'], ['../x', '/x'], ['/', '/'], ['/a/../b//c', '/b/c'], ['""', '/w/'], ['$D', '/d/'],
    ] as const)
      it(`to ${destination}`, () => assert.equal(facts(`COPY x ${destination}`, { WorkingDir: '/w', Env: ['D=/d/'] }).at(-1), `to: ${expected}`));
    for (const [flags, expected] of [
      ['--chown=me', 'owner: me'], ['--chown=1:us', 'owner: 1:us'], ['--chown=$U:$G', 'owner: root'], ['--chown=$G:7', 'owner: 0:7'], ['--chmod=0755', 'mode: 0755'], ['--chmod=u=rwX,go+r-w', 'mode: u=rwX,go+r-w'], ['--chmod=+x', 'mode: +x'], ['--chmod=$M', 'mode: 7777'],
    ] as const)
      it(`with ${flags}`, () => assert.equal(facts(`COPY ${flags} x /y`, { Env: ['U=root', 'M=7777'] }).at(-1), expected));
  });

  describe('fetch by ADD', () => {
    for (const [what, instruction, expected] of [
      ['a URL', 'ADD https://x.test/a/b.tgz?c=d /x/', ['source: https://x.test/a/b.tgz?c=d as b.tgz', 'to: /x/']],
      ['a URL with a checksum', `ADD --checksum=${sha} https://x.test/b /x/`, [`source: https://x.test/b as b ${sha}`, 'to: /x/']],
      ['a URL without a name, to a file', 'ADD https://x.test /x', ['source: https://x.test as', 'to: /x']],
      ['an archive that is to be unpacked', 'ADD --unpack https://x.test/b.tgz /x/', ['source: https://x.test/b.tgz as b.tgz', 'to: /x/', 'unpack: always']],
      ['an archive that is not', 'ADD --unpack=false b.tgz /x/', ['source: b.tgz', 'to: /x/', 'unpack: never']],
      ['a repository', 'ADD https://git.test/a/b.git#v1:docs/x /x', ['source: git https://git.test/a/b.git v1 docs/x', 'to: /x']],
      ['a repository by ssh', 'ADD --keep-git-dir git@git.test:a/b /x', ['source: git git@git.test:a/b with .git', 'to: /x']],
      ['a repository that only its flag tells', 'ADD --keep-git-dir=false https://git.test/b#main /x', ['source: git https://git.test/b main', 'to: /x']],
      ['a commit', 'ADD --checksum=be1f38e https://git.test/b.git#v1 /x', ['source: git https://git.test/b.git v1 be1f38e', 'to: /x']],
    ] as const)
      it(what, () => assert.deepEqual(facts(instruction), expected));
  });

  describe('refuse', () => {
    for (const [what, instruction, expected] of [
      ['a URL in COPY', 'COPY https://x.test/a /x', '2:6: COPY cannot fetch a URL: use ADD'],
      ['a repository in COPY', 'COPY git@x.test:a /x', '2:6: COPY cannot fetch a git repository: use ADD'],
      ['a pattern that is none', 'COPY a[ /x', '2:6: "a[" is no pattern: close its brackets, put something into them, and write \\ before a letter that stands for itself'],
      ['such a pattern to leave out', 'COPY --exclude=a[ b /x', '2:16: "a[" is no pattern: close its brackets, put something into them, and write \\ before a letter that stands for itself'],
      ['a mode that is none', 'COPY --chmod=999 a /x', '2:14: "999" is no mode: write octal digits up to 7777, or such as u+x,go-w'],
      ['an owner that is none', 'COPY --chown=a:b:c x /x', '2:14: "a:b:c" is no owner: write user, user:group, or numbers'],
      ['a checksum of a file', `ADD --checksum=${sha} a /x`, '2:5: --checksum is for a URL or a git repository: the context is checked by its content anyway'],
      ['a checksum for several', `ADD --checksum=${sha} https://x.test/a https://x.test/b /x/`, '2:5: --checksum is for one source: write an ADD for each'],
      ['a checksum of another kind', 'ADD --checksum=md5:12 https://x.test/a /x', '2:16: "md5:12" is no checksum of a URL: write sha256: and 64 hexadecimal digits'],
      ['a commit that is none', 'ADD --checksum=main https://x.test/a.git /x', '2:16: "main" is no commit: write its hexadecimal digits, or the first of them'],
      ['a file without a name', 'ADD https://x.test/ /x/', '2:5: https://x.test/ has no file name: write it at the end of the destination'],
      ['two words about .git', 'ADD --keep-git-dir=false https://x.test/a.git?keep-git-dir=true /x', '2:5: --keep-git-dir and keep-git-dir of the URL differ: remove one'],
      ['an open quote', 'COPY "a b" /x', '2: ""a" has a " without an end: close it, or write \\" for the letter'],
    ] as const)
      it(what, () => assert.equal(wrong(instruction), expected));
  });

  it('warn of a layer of their own that cannot be, as names need users', () => {
    assert.deepEqual(facts('COPY --link --chown=me a /x'), ['source: a', 'to: /x', 'owner: me']);
    assert.deepEqual(warnings('FROM a\nCOPY --link --chown=me a /x'), ['2 LinkWithNames: --link has no effect with the owner "me", as there are no users to look it up among: write numbers']);
  });

  it('warn of what .dockerignore leaves out, where that can be told', () => {
    const ignored = (text: string, patterns: string): readonly string[] => warnings(`FROM a\n${text}`, { options: { ignore: parseIgnoreFile(patterns, '.dockerignore') } });
    assert.deepEqual(ignored('COPY dist /x', 'dist'), ['2 CopyIgnoredFile: "dist" is left out of the context by .dockerignore: COPY will not find it']);
    assert.deepEqual(ignored('COPY dist /x', 'dist\n!dist/a'), []);
    assert.deepEqual(ignored('COPY . /x', '*'), []);
    assert.deepEqual(ignored('COPY --from=b dist /x', 'dist'), []);
  });
});
