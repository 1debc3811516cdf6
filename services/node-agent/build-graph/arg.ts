import { expand } from '../dockerfile/expand.ts';
import type { Arg, Written } from '../dockerfile/instruction.ts';
import { warner } from '../dockerfile/warn.ts';
import { spend, warnOfUnset, type Draft } from './draft.ts';

/**
 * ARG in a stage: a build argument beats the default, which beats a global of that name. From here on it is what `$NAME` means, even if
 * ENV of the base says otherwise; an ENV after it counts again. Throws Misuse.
 */
export const argStep = (draft: Draft, arg: Written & Arg): string => {
  const said = arg.arguments.map(({ name, value }) => {
    warnOfSecret(draft, arg, name);
    const known = valueOf(draft, arg, name, value);
    if (known !== undefined) draft.variables.set(name, known);
    draft.arguments.add(name);
    return known === undefined ? name : `${name}=${known}`;
  });
  return `ARG ${said.join(' ')}`;
};

const valueOf = (draft: Draft, arg: Written, name: string, value: string | undefined): string | undefined => {
  const given = draft.plan.options.arguments.get(name);
  if (given !== undefined) {
    spend(draft, given.length);
    return given;
  }
  if (value === undefined) return draft.plan.globals.get(name);
  const expansion = expand(value, (other) => draft.variables.get(other), { escape: draft.plan.dockerfile.escape, allowance: draft.allowance });
  warnOfUnset(draft, arg, expansion);
  return expansion.text;
};

const secret = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const notSecret = /(?:^|_)(?:public|file|version)(?:_|$)/i;

export const warnOfSecret = (draft: Draft, written: Written, name: string): void => {
  if (secret.test(name) && !notSecret.test(name))
    warner(draft.warnings, written)('SecretsUsedInArgOrEnv', `${name} looks like a secret, and whoever has the image can read it: use RUN --mount=type=secret,id=${name}`);
};
