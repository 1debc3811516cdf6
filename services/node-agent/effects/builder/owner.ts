import { readUserFiles } from '../runtime/rootfs.ts';
import { resolveUser } from '../runtime/container-user.ts';
import type { Owner } from './copy-tree.ts';

/**
 * `user[:group]` of a copy, by the users of the root filesystem that is copied into. A number alone is user and group; a name alone means
 * its group, too. Throws for a name that is not there.
 */
export const resolveOwner = (owner: string, root: string): Owner => {
  const [user = '', group] = owner.split(':', 2);
  const isBareNumber = /^\d+$/.test(user) && (group === undefined || group === '');
  const { uid, gid } = resolveUser(isBareNumber ? `${user}:${user}` : owner, [], readUserFiles(root));
  return { uid, gid };
};
