export type ByteRange = { start: number; /** The last byte. */ end: number };

const rule = /^bytes=(\d*)-(\d*)$/;

/** The one range that a request asks for; undefined for the whole, also where several are asked for or what is no range. https://www.rfc-editor.org/rfc/rfc9110#section-14 */
export const byteRangeOf = (header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | undefined => {
  const [, first = '', last = ''] = rule.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const range = first === '' ? { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes - 1 } : { start: Number(first), end: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return range.start >= sizeBytes || (first === '' && Number(last) === 0) ? 'unsatisfiable' : range;
};
