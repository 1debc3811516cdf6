import { retryAfterMs } from './back-off.ts';
import { wholeOf } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import type { Answer } from './transport.ts';

const bodyMaxBytes = 64 * 2 ** 10;
const wordsMaxLength = 300;

/** What an answer with an error status means. `what` names registry, repository and the thing asked for. */
export const refusal = async (answer: Answer, what: string, domain: string, nowMs: number): Promise<RegistryError> => {
  const { status, headers } = answer;
  const said = await wordsOf(answer);
  const told = said === '' ? `${what} was answered by HTTP ${status}` : `${what}: ${said} (HTTP ${status})`;
  const waitMs = retryAfterMs(headers['retry-after'], nowMs);
  const detail = { status, ...(waitMs === undefined ? {} : { waitMs }) };
  if (status === 401) return new RegistryError('denied', `${told}: it does not exist or needs a login: check the name, or log in by "docker login ${domain}"`, detail);
  if (status === 403) return new RegistryError('denied', `${told}: this login has no right to it: ask for the right, or log in as someone else by "docker login ${domain}"`, detail);
  if (status === 404) return new RegistryError('missing', `${told}: the registry does not have it: check name and tag`, detail);
  if (status === 429) return new RegistryError('busy', `${told}: the registry limits how often it is asked${waitMs === undefined ? '' : ` and wants ${Math.ceil(waitMs / 1_000)} s of quiet`}: wait, log in for a higher limit, or use a mirror`, { ...detail, again: true });
  if (status === 408 || status >= 500) return new RegistryError('broken', `${told}: the registry has a fault of its own: try again later`, { ...detail, again: true });
  if (status >= 300 && status < 400) return new RegistryError('refused', `${told}: it points elsewhere where that is not followed: check the registry's address`, detail);
  return new RegistryError('refused', `${told}: the registry refused it: is it a registry, and does it take what was sent?`, detail);
};

// {"errors":[{"code","message"}]}; made plain, since it ends on terminals.
const wordsOf = async (answer: Answer): Promise<string> => {
  try {
    const { errors } = JSON.parse((await wholeOf(answer, bodyMaxBytes)).toString('utf8')) as { errors?: { code?: string; message?: string }[] };
    const words = (errors ?? []).map(({ code = '', message = '' }) => `${code}${code !== '' && message !== '' ? ': ' : ''}${message}`).join('; ');
    return words.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim().slice(0, wordsMaxLength);
  } catch {
    return '';
  }
};
