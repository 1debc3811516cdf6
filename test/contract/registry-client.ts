import type { Readable } from 'node:stream';
import { registryClient, type RegistryClient } from '../../services/node-agent/effects/registry/client.ts';
import type { CredentialsFor } from '../../services/node-agent/effects/registry/credentials.ts';
import { anonymous } from '../../services/node-agent/effects/registry/credentials.ts';
import type { RegistryHosts } from '../../services/node-agent/effects/registry/endpoints.ts';
import { RegistryError, type Fault } from '../../services/node-agent/effects/registry/registry-error.ts';
import { resolveImage, type ResolvedImage } from '../../services/node-agent/effects/registry/resolve.ts';
import type { Source } from '../../services/node-agent/effects/registry/source.ts';
import { parseTarget, type Target } from '../../services/node-agent/effects/registry/target.ts';
import { openTransport, type Transport } from '../../services/node-agent/effects/registry/transport.ts';
import type { TestRegistry } from './registry-server.ts';

export type TestClient = {
  client: RegistryClient;
  transport: Transport;
  /** How long it waited before each further try, in ms. No time passes. */
  waits: number[];
  source: (target: Target, signal?: AbortSignal) => Source;
  resolve: (text: string, platform?: { os: string; architecture: string }) => Promise<ResolvedImage>;
};

type Setting = { credentialsFor?: CredentialsFor; hosts?: RegistryHosts; environment?: NodeJS.ProcessEnv; silenceMs?: number; connectMs?: number; certificates?: string };

export const testClient = ({ credentialsFor = anonymous, hosts = { mirrors: {}, insecure: [] }, environment = {}, silenceMs = 5_000, connectMs = 5_000, certificates = '/nowhere' }: Setting = {}): TestClient => {
  const waits: number[] = [];
  const transport = openTransport({ certificates, environment, silenceMs, connectMs });
  const clock = { nowMs: () => 0, wait: async (ms: number) => void waits.push(ms), chance: () => 1 };
  const client = registryClient({ transport, clock, hosts });
  const source = (target: Target, signal?: AbortSignal): Source => client.source(target, { credentialsFor, ...(signal ? { signal } : {}) });
  return { client, transport, waits, source, resolve: (text, platform = { os: 'linux', architecture: 'amd64' }) => resolveImage(source(parseTarget(text)), parseTarget(text), platform) };
};

const types = { manifest: 'application/vnd.oci.image.manifest.v1+json', config: 'application/vnd.oci.image.config.v1+json', layer: 'application/vnd.oci.image.layer.v1.tar+gzip', index: 'application/vnd.oci.image.index.v1+json' };

/** Puts an image of these layers there. */
export const putImage = (registry: TestRegistry, repository: string, tag: string, layers: readonly Buffer[], config: object = { os: 'linux', architecture: 'amd64' }): { digest: string; size: number } => {
  const describe = (bytes: Buffer, mediaType: string) => ({ mediaType, ...registry.addBlob(bytes) });
  return registry.addManifest(repository, tag, types.manifest, { schemaVersion: 2, config: describe(Buffer.from(JSON.stringify(config)), types.config), layers: layers.map((layer) => describe(layer, types.layer)) });
};

export const putIndex = (registry: TestRegistry, repository: string, tag: string, images: readonly { digest: string; size: number; platform: string }[]): { digest: string; size: number } =>
  registry.addManifest(repository, tag, types.index, {
    schemaVersion: 2,
    manifests: images.map(({ platform, ...rest }) => ({ mediaType: types.manifest, ...rest, platform: { os: platform.split('/')[0], architecture: platform.split('/')[1] } })),
  });

export const wholeOf = async (stream: AsyncIterable<Buffer> | Readable): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

/** For assert.rejects. */
export const failing = (fault: Fault, words: RegExp) => (error: unknown): boolean => error instanceof RegistryError && error.fault === fault && words.test(error.message);
