import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { parseYaml } from '../codec/yaml.ts';
import { load, type ComposeInput } from '../project/load.ts';
import type { Model, Service } from '../project/model.ts';

const input: ComposeInput = { project: 'shop', projectDir: '/srv/shop', files: [], environment: {}, envFiles: [], profiles: [] };

/** One file's text or several, as `c.yaml`, `c2.yaml` and so on in /srv/shop. */
export const loadText = (text: string | readonly string[], more: Partial<ComposeInput> = {}): { model: Model; warnings: string[] } => {
  const texts = typeof text === 'string' ? [text] : text;
  return load({ ...input, files: texts.map((one, index) => ({ path: index === 0 ? 'c.yaml' : `c${index + 1}.yaml`, text: one })), ...more }, parseYaml);
};

/** The service `web` with these keys, and an image. */
export const serviceWith = (keys: string, more: Partial<ComposeInput> = {}): Service => {
  const { web } = loadText(fileWith(keys), more).model.services;
  assert.ok(web, 'no service web');
  return web;
};

/** A file whose only service is `web`; `keys` begin at line 4, column 5. Volume `data` and network `back` are defined. */
export const fileWith = (keys: string): string => `services:\n  web:\n    image: app\n${keys.replaceAll(/^(?=.)/gm, '    ')}\nnetworks: {back: }\nvolumes: {data: }\n`;

/** What is said about a text that is refused, a line each. */
export const problemsOf = (text: string | readonly string[], more: Partial<ComposeInput> = {}): string[] => {
  try {
    loadText(text, more);
  } catch (error) {
    assert.ok(error instanceof Rejection, String(error));
    assert.equal(error.code, 'COMPOSE_INVALID');
    return error.message.split('\n');
  }
  return [];
};
