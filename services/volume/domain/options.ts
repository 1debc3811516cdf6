import { Rejection } from '#kernel/rejection.ts';

const known = ['type', 'o', 'device'];

/** Refuses options of the driver `local` that can't be had, in the words of Docker's engine where it refuses them, too. Folders of the node are what can. */
export const checkOptions = (name: string, options: Readonly<Record<string, string>>): void => {
  for (const option of Object.keys(options)) if (!known.includes(option)) throw new Rejection('INVALID', `create ${name}: invalid option: "${option}"`);
  if (Object.keys(options).length === 0) return;
  if (!options.device) throw new Rejection('INVALID', `create ${name}: missing required option: "device"`);
  const asked = (options.o ?? '').split(',');
  if (!asked.includes('bind') && !asked.includes('rbind'))
    throw new Rejection('NOT_IMPLEMENTED', `create ${name}: volumes of type ${options.type ?? 'none'} are not there yet: use type=none with o=bind, or mount a tmpfs in the container`);
  if (!options.device.startsWith('/')) throw new Rejection('INVALID', `create ${name}: device ${options.device} is no absolute path of the node`);
};
