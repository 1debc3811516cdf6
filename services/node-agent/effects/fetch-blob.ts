import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import type { ContentStore } from './content/port.ts';

/** How to reach other nodes' data ports. */
export type PeerAccess = {
  /** Data URL of a node, or nothing when it is not known. */
  urlOf: (nodeId: string) => string | undefined;
  /** This node's certificate and key, and the authority that signed all of them. Absent on one machine. */
  tls?: { cert: string; key: string; ca: string };
};

const connectMaxMs = 5_000;

/** Copies one blob from the first node that gives it whole and right. Throws with what each of them said. */
export const fetchBlob = async (digest: string, holders: readonly string[], peers: PeerAccess, content: ContentStore): Promise<void> => {
  const said: string[] = [];
  for (const nodeId of holders) {
    const url = peers.urlOf(nodeId);
    if (url === undefined) {
      said.push(`${nodeId}: address unknown`);
      continue;
    }
    try {
      await content.putBlob(await get(url, `/v1/blobs/${digest}`, peers.tls), digest);
      return;
    } catch (error) {
      said.push(`${nodeId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`no node gave ${digest} (${said.join('; ') || 'none holds it'}): import or pull the image again`);
};

const get = (url: string, path: string, tls: PeerAccess['tls']): Promise<Readable> =>
  new Promise((resolve, reject) => {
    const target = url.startsWith('unix:') ? { socketPath: url.slice('unix:'.length), path } : { ...hostOf(url), path };
    const open = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = open({ ...target, ...tls, timeout: connectMaxMs }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      reject(new Error(`answered ${response.statusCode}`));
    });
    request.on('timeout', () => request.destroy(new Error(`did not answer within ${connectMaxMs} ms`)));
    request.on('error', reject);
    request.end();
  });

const hostOf = (url: string): { hostname: string; port: string } => {
  const { hostname, port } = new URL(url);
  return { hostname, port };
};
