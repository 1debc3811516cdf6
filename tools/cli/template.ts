import { CommandError } from './api.ts';

/** Fills `{{.Field}}`, `{{json .Field}}`, `{{upper .Field}}`, `{{lower .Field}}` and `{{json .}}` in, as docker's --format does. */
export const render = (template: string, value: unknown): string => template.replaceAll(/\{\{\s*(.*?)\s*\}\}/g, (_whole, expression: string) => evaluate(expression, value));

const evaluate = (expression: string, value: unknown): string => {
  const [operand = '', ...filters] = expression.split('|').map((part) => part.trim());
  const words = operand.split(/\s+/);
  const first = words.length > 1 ? apply(words[0] ?? '', field(words[1] ?? '', value)) : field(operand, value);
  return print(filters.reduce<unknown>((before, name) => apply(name, before), first));
};

const apply = (name: string, value: unknown): unknown => {
  switch (name) {
    case 'json':
      return JSON.stringify(value);
    case 'upper':
      return print(value).toUpperCase();
    case 'lower':
      return print(value).toLowerCase();
    case 'len':
      return typeof value === 'string' || Array.isArray(value) ? value.length : Object.keys(value ?? {}).length;
    default:
      throw new CommandError(`the template uses "${name}": known are json, upper, lower and len`, 125);
  }
};

const field = (path: string, value: unknown): unknown => {
  if (path === '.') return value;
  let inner = value;
  for (const name of path.split('.').slice(1)) {
    if (typeof inner !== 'object' || inner === null || !(name in inner)) throw new CommandError(`the template names ${path}, which is not there: try --format json to see what is`, 125);
    inner = (inner as Record<string, unknown>)[name];
  }
  return inner;
};

const print = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '<no value>'));
