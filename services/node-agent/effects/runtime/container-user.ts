import { StartError } from './port.ts';

export type ContainerUser = { uid: number; gid: number; additionalGids: readonly number[]; home: string };

/** The two files of the container's own root filesystem that name users; empty where it has none. */
export type UserFiles = { passwd: string; group: string };

type PasswdEntry = { name: string; uid: number; gid: number; home: string };
type GroupEntry = { name: string; gid: number; members: readonly string[] };

const ID_MAX = 2 ** 31 - 1;

const fieldsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'));

const isId = (text: string): boolean => /^[0-9]{1,10}$/.test(text) && Number(text) <= ID_MAX;

const parsePasswd = (text: string): PasswdEntry[] =>
  fieldsOf(text).flatMap(([name, , uid, gid, , home]) =>
    name && uid !== undefined && gid !== undefined && isId(uid) && isId(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid), home: home || '/' }]
      : [],
  );

const parseGroup = (text: string): GroupEntry[] =>
  fieldsOf(text).flatMap(([name, , gid, members]) =>
    name && gid !== undefined && isId(gid) ? [{ name, gid: Number(gid), members: (members ?? '').split(',') }] : [],
  );

const refuse = (message: string): never => {
  throw new StartError({ exitCode: 125, message });
};

const numericOrRefuse = (text: string, what: string, file: string): number =>
  isId(text)
    ? Number(text)
    : refuse(
        /^[0-9]+$/.test(text)
          ? `${what} ${text}: ids go from 0 to ${ID_MAX}`
          : `unable to find ${what} ${text}: no matching entries in ${file} of the image; use a number or a name that is there`,
      );

/** User names of the numbers in a passwd file, the first entry of a number winning. */
export const userNames = (passwd: string): ReadonlyMap<number, string> =>
  new Map(parsePasswd(passwd).reverse().map((entry) => [entry.uid, entry.name]));

/**
 * Reads `user[:group]` the way Docker does: names are the image's, a number needs no entry, an explicit group does not take away
 * the groups the user is listed in. `groupAdd` are names or numbers on top. Throws StartError for what can't be found.
 */
export const resolveUser = (user: string, groupAdd: readonly string[], files: UserFiles): ContainerUser => {
  const [userPart = '', groupPart] = user.split(':', 2);
  const groups = parseGroup(files.group);
  const entries = parsePasswd(files.passwd);
  const wanted = userPart === '' ? '0' : userPart;
  const entry = entries.find((one) => one.name === wanted) ?? entries.find((one) => isId(wanted) && one.uid === Number(wanted));
  const uid = entry?.uid ?? numericOrRefuse(wanted, 'user', '/etc/passwd');
  const gidOf = (group: string): number =>
    groups.find((one) => one.name === group)?.gid ?? numericOrRefuse(group, 'group', '/etc/group');
  const gid = groupPart ? gidOf(groupPart) : (entry?.gid ?? 0);
  const listed = groups.filter((group) => entry !== undefined && group.members.includes(entry.name)).map((group) => group.gid);
  // The primary group belongs to the supplementary ones too, else a set-group-id program could drop it to get past a group's denial.
  const additionalGids = [...new Set([gid, ...listed, ...groupAdd.map(gidOf)])];
  return { uid, gid, additionalGids, home: entry?.home ?? '/' };
};
