import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
/** What decides how a state looks: the services, the messages, and Node, whose serialisation is used. */
const folders = ['services', 'proto/gen'] as const;

/** Says which code runs here. Any change of it gives another one, so nobody has to remember to count a version up. */
export const codeIdentity = (): string => {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (/(?<!\.test)\.[jt]s$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex');
};
