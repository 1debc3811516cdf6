import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choosePlatform, parsePlatform, platformText } from './platform-choice.ts';

const chosen = (wanted: string, ...offered: string[]): string | undefined => choosePlatform(offered.map((text) => ({ text, ...(text === '' ? {} : { platform: parsePlatform(text) }) })), parsePlatform(wanted))?.text;

describe('a platform', () => {
  for (const [text, expected] of [
    ['linux/amd64', 'linux/amd64'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['arm64', 'linux/arm64'],
    ['x86_64', 'linux/amd64'],
    ['Linux/aarch64', 'linux/arm64'],
  ] as const)
    it(`${text} is ${expected}`, () => assert.equal(platformText(parsePlatform(text)), expected));
  for (const text of ['', '/', 'linux/', 'a/b/c/d', 'linux/amd 64', '../x']) it(`"${text}" is refused`, () => assert.throws(() => parsePlatform(text), /write it like linux\/amd64/));
  it('is read or refused in any text', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parsePlatform(text);
        } catch (error) {
          assert.match(String(error), /is no platform/);
        }
      }),
    ));
});

describe('the image of an index', () => {
  it('is the one for this platform', () => assert.equal(chosen('linux/amd64', 'windows/amd64', 'linux/arm64', 'linux/amd64'), 'linux/amd64'));
  it('is no attestation', () => assert.equal(chosen('linux/amd64', 'unknown/unknown'), undefined));
  it('has the nearest variant that the machine still takes', () => {
    assert.equal(chosen('linux/arm/v7', 'linux/arm/v5', 'linux/arm/v6', 'linux/arm/v8'), 'linux/arm/v6');
    assert.equal(chosen('linux/arm/v6', 'linux/arm/v7'), undefined);
    assert.equal(chosen('linux/arm64', 'linux/arm64/v8'), 'linux/arm64/v8');
    assert.equal(chosen('linux/arm64/v8', 'linux/arm64'), 'linux/arm64');
  });
  it('is the only one, where none says what it is for', () => {
    assert.equal(chosen('linux/amd64', ''), '');
    assert.equal(chosen('linux/amd64', '', ''), undefined);
    assert.equal(chosen('linux/amd64', '', 'linux/arm64'), undefined);
  });
});
