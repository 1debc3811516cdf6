import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expand, type ExpandOptions } from './expand.ts';
import { Misuse } from './problem.ts';

const values = new Map([['V', 'value'], ['EMPTY', ''], ['PATHS', '/usr/bin:/bin'], ['FILE', 'foobarbaz'], ['TAR', 'app.tar.gz'], ['TWO', 'a b'], ['STARS', 'a*b*c'], ['É', 'accent']]);
const expanded = (word: string, options: Partial<ExpandOptions> = {}) => expand(word, (name) => values.get(name), { escape: '\\', ...options });
const text = (word: string, options: Partial<ExpandOptions> = {}): string => expanded(word, options).text;
const refusal = (word: string): string => {
  try {
    return `"${text(word)}"`;
  } catch (error) {
    assert.ok(error instanceof Misuse, String(error));
    return error.message;
  }
};

describe('expansion in a Dockerfile', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a variable', '$V', 'value'],
    ['a variable in braces, beside letters', '${V}s', 'values'],
    ['a name that ends where letters end', '/$V/x', '/value/x'],
    ['what is not set as nothing', '[$NONE][${NONE}]', '[][]'],
    ['names of other scripts', '$É', 'accent'],
    ['a $ before what is no name', 'a$ $/', 'a$ $/'],
    ['parameters of the shell as nothing', 'a$1b$@c', 'abc'],
    ['the default of what is not set', '${NONE-d}', 'd'],
    ['no default for what is empty', '${EMPTY-d}', ''],
    ['with a colon, the default for what is empty', '${EMPTY:-d}', 'd'],
    ['no default for what is set', '${V:-d}', 'value'],
    ['nothing for what is not set, by +', '${NONE+o}${NONE:+o}', ''],
    ['the other word for what is set, by +', '${V+o}${V:+o}', 'oo'],
    ['with a colon, nothing for what is empty', '${EMPTY+o}[${EMPTY:+o}]', 'o[]'],
    ['words of words', '${NONE:-${EMPTY:-$V}}', 'value'],
    ['quotes inside of a word', '${NONE:-"a b}"}', 'a b}'],
    ['an escaped brace inside of a word', '${NONE:-a\\}b}', 'a}b'],
    ['the value where it is required and there', '${V:?gone}${V?gone}', 'valuevalue'],
    ['a prefix away, the shortest', '${PATHS#*/}', 'usr/bin:/bin'],
    ['a prefix away, the longest', '${PATHS##*/}', 'bin'],
    ['a suffix away, the shortest', '${TAR%.*}', 'app.tar'],
    ['a suffix away, the longest', '${TAR%%.*}', 'app'],
    ['a prefix that is not there, not away', '${V#x}', 'value'],
    ['the shortest between two letters', '${FILE#f*b}', 'arbaz'],
    ['the longest between two letters', '${FILE##f*b}', 'az'],
    ['one letter by ?', '${FILE#???}', 'barbaz'],
    ['a star that is meant', '${STARS#a\\*}', 'b*c'],
    ['a pattern out of a variable', '${FILE#${NONE:-foo}}', 'barbaz'],
    ['the first match replaced', '${FILE/ba/fo}', 'fooforbaz'],
    ['all matches replaced', '${FILE//ba/fo}', 'fooforfoz'],
    ['the longest match replaced', '${FILE/o*a/-}', 'f-z'],
    ['a slash that is meant, in pattern and replacement', '${PATHS//\\//\\/\\/}', '//usr//bin://bin'],
    ['nothing in the place of a match', '${FILE//ba/}', 'foorz'],
    ['text in single quotes as it is', "'$V \\x'", '$V \\x'],
    ['variables in double quotes', '"$V x"', 'value x'],
    ['escapes of quotes, dollars and themselves in double quotes, and no others', '"\\" \\$V \\\\ \\n"', '" $V \\ \\n'],
    ['an escaped letter as it is', '\\$V \\a \\"', '$V a "'],
    ['an escape at the end as nothing', 'a\\', 'a'],
  ];
  for (const [what, word, expected] of cases) it(`gives ${what}: ${word}`, () => assert.equal(text(word), expected));

  it('takes the escape that the file says', () => assert.equal(text('`$V c:\\x', { escape: '`' }), '$V c:\\x'));
  it('leaves quotes of a heredoc alone', () => assert.equal(text('"$V" it\'s \\$V', { ignoreQuotes: true }), '"value" it\'s $V'));
  it('keeps quotes and escapes for who asks', () => assert.equal(text('"a b"\\ c', { keepQuotes: true, keepEscapes: true }), '"a b"\\ c'));

  it('makes words at spaces, of the text and of values, but not in quotes', () => {
    assert.deepEqual(expanded('a  $TWO "$TWO" c\\ d').words, ['a', 'a', 'b', 'a b', 'c d']);
    assert.deepEqual(expanded('  ').words, []);
  });

  it('tells which names were used and which were not there', () => {
    const { used, unset } = expanded('$V $NONE ${OTHER:-$DEEP} ${V:-$UNNEEDED} ${NONE+x}');
    assert.deepEqual([[...used], [...unset]], [['V'], ['NONE', 'DEEP']]);
  });

  const refusals: readonly (readonly [string, string, string])[] = [
    ['a required value that is not there', '${NONE?}', 'NONE: is not set; set it with --build-arg NONE=…, or give it a value by ARG or ENV'],
    ['a required value that is empty, in the words of the file', '${EMPTY:?say which}', 'EMPTY: say which; set it with --build-arg EMPTY=…, or give it a value by ARG or ENV'],
    ['an open brace', '${V', '"${V" is no expression: write ${NAME}, or one of :- - :+ + :? ? # ## % %% / // after the name'],
    ['an open word', '${V:-x', '"${V:-x" has no "}" for its "${": close it'],
    ['braces without a name', '${}', '"${}" is no expression: write ${NAME}, or one of :- - :+ + :? ? # ## % %% / // after the name'],
    ['an operator that is none', '${V:x}', '"${V:x}" is no expression: write ${NAME}, or one of :- - :+ + :? ? # ## % %% / // after the name'],
    ['a pattern without a replacement', '${V/x}', '"${V/x}" has no "/" for its "${": write ${NAME/pattern/replacement}'],
    ['an escape in a pattern that is none', '${V#\\a}', '"\\a" is no escape in the pattern "\\a": only \\* \\? \\\\ \\} and \\/ are'],
    ['an open single quote', "it's", `"it's" has a ' without an end: close it, or write \\' for the letter`],
    ['an open double quote', 'a"b', `"a"b" has a " without an end: close it, or write \\" for the letter`],
  ];
  for (const [what, word, message] of refusals) it(`refuses ${what}`, () => assert.equal(refusal(word), message));

  it('does not require what is not taken', () => assert.equal(text('${V:-${NONE:?gone}}'), 'value'));

  it('refuses values that hold each other many times over', () => {
    const doubled = 'x'.repeat(1024);
    assert.throws(() => expand('$A'.repeat(2_000), () => doubled, { escape: '\\' }), /expands to too much text/);
    assert.throws(() => expand('${A//x/$A$A$A$A}', () => doubled, { escape: '\\' }), /more than 1048576 letters|too much text/);
  });
  it('spends one allowance over many words', () => {
    const allowance = { left: 8 };
    expand('$V', () => 'value', { escape: '\\', allowance });
    assert.throws(() => expand('$V', () => 'value', { escape: '\\', allowance }), /too much text/);
  });
  it('refuses expressions that are nested without end', () => {
    assert.throws(() => text('${A:-'.repeat(10_000) + '}'.repeat(10_000)), /nests more than 100/);
  });
  it('refuses a search that would take long', () => {
    assert.throws(() => expand(`\${A//${'a'.repeat(5_000)}b/}`, () => 'a'.repeat(5_000), { escape: '\\' }), /too long for a pattern/);
  });

  it('ends with a text or with Misuse, whatever it is given', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('$', '{', '}', 'V', 'NONE', ':', '-', '+', '?', '#', '%', '/', '*', '\\', '"', "'", ' ', 'é')), fc.boolean(), (parts, ignoreQuotes) => {
        try {
          text(parts.join(''), { ignoreQuotes });
        } catch (error) {
          assert.ok(error instanceof Misuse, String(error));
        }
      }),
      { numRuns: 2_000 },
    ));
  it('gives back any text whose special letters are escaped', () =>
    fc.assert(fc.property(fc.string(), (any) => assert.equal(text(any.replace(/[\\$"']/g, '\\$&')), any))));
});
