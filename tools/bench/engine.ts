import { execFile } from 'node:child_process';
import { Agent, request } from 'node:http';

/** Something that answers the Docker Engine API on a socket, and has a compose command. */
export type Engine = {
  name: string;
  /** Of its network namespace. */
  netns: string;
  call: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** From a registry in the engine's network. Throws when it had the image, or does not get it. */
  pull: (image: string, tag: string) => Promise<void>;
  /** Builds what the tar brings, over the API. */
  build: (context: Buffer, query: string) => Promise<void>;
  /** Builds a folder, by the engine's own command. */
  buildFolder: (folder: string) => Promise<void>;
  up: (file: string, project: string) => Promise<void>;
  scale: (file: string, project: string, service: string, replicas: number) => Promise<void>;
  down: (file: string, project: string) => Promise<void>;
  /** Proportional share of memory of everything that is not in a container, bytes. */
  memoryBytes: () => number;
  close: () => Promise<void>;
};

export const callOn = (socketPath: string) => {
  const agent = new Agent({ keepAlive: true });
  return <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request({ socketPath, method, path, agent, headers: text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          if ((response.statusCode ?? 500) >= 400) return reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`));
          resolve((answer.startsWith('{') || answer.startsWith('[') ? JSON.parse(answer) : answer) as Answer);
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
};

/** `POST /images/create` */
export const pullOn = (socketPath: string): Engine['pull'] => (image, tag) =>
  new Promise((resolve, reject) => {
    const sent = request({ socketPath, method: 'POST', path: `/images/create?${new URLSearchParams({ fromImage: image, tag })}` }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (text: string) => (answer += text));
      response.on('end', () => (answer.includes('Status: Downloaded newer image') ? resolve() : reject(new Error(`pull of ${image}: ${response.statusCode} ${answer.slice(-500)}`))));
    });
    sent.on('error', reject);
    sent.end();
  });

/** `POST /build`. Throws when it fails. */
export const buildOn = (socketPath: string): Engine['build'] => {
  const agent = new Agent({ keepAlive: true });
  return (context, query) =>
    new Promise((resolve, reject) => {
      const sent = request({ socketPath, method: 'POST', path: `/build?${query}`, agent, headers: { 'content-type': 'application/x-tar', 'content-length': context.length } }, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (text: string) => (answer += text));
        response.on('end', () => (/Successfully built [0-9a-f]{12}/.test(answer) ? resolve() : reject(new Error(`POST /build: ${response.statusCode} ${answer}`))));
      });
      sent.on('error', reject);
      sent.end(context);
    });
};

export const run = (program: string, words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(program, words, { env: environment, maxBuffer: 64 * 2 ** 20 }, (error, out, err) => (error ? reject(new Error(`${program} ${words.join(' ')}: ${err || error.message}`)) : resolve(out)));
  });
