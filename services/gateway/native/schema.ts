/** A JSON Schema, as far as the native API needs it: Fastify checks bodies by it and OpenAPI shows it. https://json-schema.org/draft-07 */
export type Schema = { readonly [key: string]: unknown };

type More = { description?: string; minLength?: number; minItems?: number; minimum?: number };
type Properties = Readonly<Record<string, Schema>>;

export const text = (more: More = {}): Schema => ({ type: 'string', ...more });
export const whole = (more: More = {}): Schema => ({ type: 'integer', ...more });
export const truth: Schema = { type: 'boolean' };
export const listOf = (items: Schema, more: More = {}): Schema => ({ type: 'array', items, ...more });
export const byName = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });

/** What must be there, and what may. */
export const object = (required: Properties, optional: Properties = {}, more: More = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  ...more,
});
