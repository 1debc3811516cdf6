import { createHash } from 'node:crypto';
import { createWriteStream, utimesSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { http } from '#kernel/node-http.ts';
import { passing } from '../content/compression.ts';

export type DownloadOptions = {
  /** `sha256:…` that it must have; empty for any. */
  checksum: string;
  /** With the proxies to go by (HTTP_PROXY, HTTPS_PROXY, NO_PROXY). */
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
};

const redirectsMax = 10;
/** Until the answer begins, and while nothing comes. */
const silenceMaxMs = 60_000;
const contentMaxBytes = 64 * 2 ** 30;
const fileMode = 0o600;

/** Fetches a URL into a file, its time that of `Last-Modified`, else 1970. Throws where it can't be had or is not what was expected; then a part of it may lie there. */
export const download = async (url: string, file: string, { checksum, environment, signal }: DownloadOptions): Promise<{ mediaType: string }> => {
  const response = await answerOf(new URL(url), environment, signal);
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = passing((piece) => {
    hash.update(piece);
    if ((bytes += piece.length) > contentMaxBytes) throw new Error(`${url} has more than ${contentMaxBytes} bytes: fetch it in a RUN`);
  });
  await pipeline(response, measure, createWriteStream(file, { mode: fileMode }), { signal });
  const digest = `sha256:${hash.digest('hex')}`;
  if (checksum !== '' && digest !== checksum) throw new Error(`${url} is ${digest}, not ${checksum}: correct --checksum, or ask who serves it`);
  const modified = Date.parse(response.headers['last-modified'] ?? '') || 0;
  utimesSync(file, modified / 1_000, modified / 1_000);
  return { mediaType: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '' };
};

const answerOf = async (from: URL, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<IncomingMessage> => {
  let url = from;
  for (let redirects = 0; redirects <= redirectsMax; redirects++) {
    const response = await request(url, environment, signal);
    const status = response.statusCode ?? 0;
    if (status === 200) return response;
    response.resume();
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined) throw new Error(`${url.href} answered ${status} ${response.statusMessage ?? ''}: see whether it is there`);
    url = new URL(location, url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`${from.href} leads to ${url.href}, which is no web address`);
  }
  throw new Error(`${from.href} leads from one address to another more than ${redirectsMax} times`);
};

const request = (url: URL, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const [open, Agent] = url.protocol === 'https:' ? [https.request, https.Agent] : [http.request, http.Agent];
    const sent = open(url, { headers: { 'user-agent': 'lading' }, signal, agent: new Agent({ proxyEnv: environment }) });
    sent.setTimeout(silenceMaxMs, () => sent.destroy(new Error(`${url.href} is silent for ${silenceMaxMs / 1_000} s: try again later`)));
    sent.once('response', resolve);
    sent.once('error', (error) => reject(signal.aborted ? error : new Error(`${url.href} can't be fetched: ${error.message}`, { cause: error })));
    sent.end();
  });
