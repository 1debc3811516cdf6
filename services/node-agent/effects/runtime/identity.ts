import { ContainerSpec } from '#proto/container.ts';

/** What the agent writes beside a container so that the next agent knows which one it is. */
export type Identity = { containerId: string; run: number; rootfs: string; spec: ContainerSpec };

export const encodeIdentity = ({ containerId, run, rootfs, spec }: Identity): string =>
  JSON.stringify({ containerId, run, rootfs, spec: Buffer.from(ContainerSpec.encode(spec)).toString('base64') });

/** undefined for what a killed agent wrote only half. */
export const decodeIdentity = (text: string): Identity | undefined => {
  try {
    const raw = JSON.parse(text) as { containerId: string; run: number; rootfs: string; spec: string };
    return { ...raw, spec: ContainerSpec.decode(Buffer.from(raw.spec, 'base64')) };
  } catch {
    return undefined;
  }
};
