import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

const refusal = (message: string): Error => Object.assign(new Error(message), { statusCode: 400 });

/** What of Docker's API takes JSON; elsewhere bodies are archives, or none. */
const takesJson = /^\/(?:containers\/(?:create|:id\/(?:exec|update))|exec\/:id\/start|networks\/(?:create|:id\/(?:connect|disconnect))|volumes\/(?:create|prune)|auth|commit)$/;

/** Reads JSON, in whatever content type clients send it, and takes other bodies as they come. */
export const readBodies = (app: FastifyInstance): void => {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, objectOf(String(body)));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('preHandler', async (request) => {
    if (!takesJson.test(request.routeOptions.url ?? '')) return;
    const length = request.headers['content-length'];
    if (request.body instanceof Readable && (length === undefined ? request.headers['transfer-encoding'] !== undefined : length !== '0'))
      throw refusal(`unsupported Content-Type header (${request.headers['content-type'] ?? 'malformed'}): must be 'application/json'`);
    if (request.body instanceof Readable || request.body === undefined) request.body = {};
  });
};

/** The object that a body is; an empty one, or null, stands for one without fields. Throws 400 in dockerd's manner. */
export const objectOf = (text: string): Record<string, unknown> => {
  if (text.trim() === '') return {};
  const parsed = parse(text);
  if (parsed === null) return {};
  if (typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw refusal(`invalid JSON: an object is asked for, not ${Array.isArray(parsed) ? 'an array' : `a ${typeof parsed}`}`);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(problemOf(error));
  }
};

/** In Docker's words, as far as it says the same. */
const problemOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  if (/^Unexpected end|^Unterminated/.test(message)) return 'invalid JSON: unexpected EOF';
  return message.includes('after JSON') ? 'unexpected content after JSON' : `invalid JSON: ${message}`;
};
