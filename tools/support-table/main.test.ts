import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { endpoints } from './endpoints.ts';
import { page, supportPage } from './main.ts';

describe('the table of the Docker API', () => {
  it('has a line for each operation, and what each client was answered', () => {
    const text = supportPage(new Map([['b', { 'GET /_ping': [200] }], ['a', { 'GET /_ping': [200, 404] }]]));
    assert.match(text, /^\| operation \| a \| b \|$/m);
    assert.match(text, /^\| `GET \/_ping` \| 200 404 \| 200 \|$/m);
    assert.match(text, /1 of them\nserved a client/);
  });
  it('is there with every operation ("make support-table" writes it)', () => {
    const lines = readFileSync(page, 'utf8').split('\n').flatMap((line) => /^\| `([A-Z]+ [^`]+)` \|/.exec(line)?.[1] ?? []);
    assert.deepEqual(lines, endpoints);
  });
});
