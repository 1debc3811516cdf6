import { request } from 'node:http';

/** `answer` is the body as JSON where it is; nothing for an empty one. */
export type DockerAnswer = <Answer>(method: string, path: string, body?: object) => Promise<{ status: number; answer: Answer; text: string }>;

/** Calls of the Docker API as they are, without a client that reads them its own way. */
export const dockerAnswer = (socketPath: string): DockerAnswer => (method, path, body) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request({ socketPath, method, path, headers: text === undefined ? {} : { 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const whole = Buffer.concat(chunks).toString('utf8');
        const isJson = response.headers['content-type']?.startsWith('application/json') === true && whole !== '';
        resolve({ status: response.statusCode ?? 0, answer: (isJson ? parsed(whole) : undefined) as never, text: whole });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });

// A stream of JSON lines is no JSON as a whole.
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
