// Adds an encoded example of each event type that has none to test/contract/golden/events.json. Those that are there stay as they
// are: logs hold such bytes, and every later version has to read them. Run by `make golden`.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import protobuf from 'protobufjs';

const path = 'test/contract/golden/events.json';

const root = new protobuf.Root();
root.resolvePath = (_origin, target) => `proto/${target}`;
const files = globSync('*/v*/*.proto', { cwd: 'proto' }).sort();
root.loadSync(files).resolveAll();

/** Events are the top-level messages of events.proto that happen: the rest are parts of them. */
export const eventTypes = (): protobuf.Type[] => {
  const parts = new Set<protobuf.Type>();
  const all: protobuf.Type[] = [];
  const visit = (space: protobuf.NamespaceBase): void => {
    for (const nested of space.nestedArray) {
      if (nested instanceof protobuf.Type) {
        if (nested.filename?.endsWith('/events.proto')) all.push(nested);
        for (const field of nested.fieldsArray) if (field.resolvedType instanceof protobuf.Type) parts.add(field.resolvedType);
      }
      if (nested instanceof protobuf.Namespace) visit(nested);
    }
  };
  visit(root);
  return all.filter((type) => !parts.has(type));
};

/** A value in which every field says something. */
const example = (type: protobuf.Type, depth = 0): Record<string, unknown> => {
  const value: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const field of type.fieldsArray) {
    if (field.partOf && taken.has(field.partOf.name)) continue;
    if (field.partOf) taken.add(field.partOf.name);
    const one = exampleOf(field, depth);
    value[field.name] = field instanceof protobuf.MapField ? { key: one } : field.repeated ? [one] : one;
  }
  return value;
};

const exampleOf = (field: protobuf.Field, depth: number): unknown => {
  if (field.resolvedType instanceof protobuf.Type) return example(field.resolvedType, depth + 1);
  switch (field.type) {
    case 'string':
      return `${field.name}-${field.id}`;
    case 'bool':
      return true;
    case 'bytes':
      return Buffer.from([field.id]);
    default:
      // Beyond 32 bits where the field holds as many: those are where numbers go wrong.
      return field.type.includes('64') ? 2 ** 40 + field.id : 100 + field.id;
  }
};

if (import.meta.main) {
  const known: Record<string, string> = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
  for (const type of eventTypes()) {
    const name = type.fullName.slice(1);
    known[name] ??= Buffer.from(type.encode(type.fromObject(example(type))).finish()).toString('base64');
  }
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
}
