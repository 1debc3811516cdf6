import type { Service } from './model.ts';
import type { At, Reader } from './reader.ts';

/** `HOST[:CONTAINER[:rwm]]`, or as a mapping. */
export const readDevices = (reader: Reader, at: At): Service['devices'] =>
  reader.items(at).map((item) => {
    const [hostPath = '', containerPath = '', permissions = ''] = item.tree?.kind === 'mapping' ? longDevice(reader, item) : reader.text(item).split(':');
    if (!hostPath.startsWith('/')) reader.problem(item, `"${hostPath}" is no device of the host: give its absolute path`);
    if (!/^[rwm]*$/.test(permissions)) reader.problem(item, `"${permissions}" are no permissions: use letters of rwm`);
    return { hostPath, containerPath: containerPath || hostPath, permissions: permissions || 'rwm' };
  });

const longDevice = (reader: Reader, item: At): string[] => {
  const field = reader.fields(item, { used: ['source', 'target', 'permissions'] });
  return ['source', 'target', 'permissions'].map((key) => reader.text(field(key)));
};

/** One number for both limits, or each by itself; -1 is no limit. */
export const readUlimits = (reader: Reader, at: At): Service['ulimits'] =>
  reader.entries(at).map(([name, value]) => {
    const field = value.tree?.kind === 'mapping' ? reader.fields(value, { used: ['soft', 'hard'] }) : undefined;
    const soft = reader.number(field ? field('soft') : value, { least: -1 });
    const hard = field ? reader.number(field('hard'), { least: -1 }) : soft;
    if (hard >= 0 && (soft < 0 || soft > hard)) reader.problem(value, `the soft limit ${soft} is above the hard limit ${hard}: lower it`);
    return { name, soft, hard };
  });
