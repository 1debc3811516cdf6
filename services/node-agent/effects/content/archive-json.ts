/** What an archive says about itself, as JSON that anybody may have written. */
type Json = Readonly<Record<string, unknown>>;

/** Reads parts of one JSON file; what is not of the kind that it should be is refused with the file and the place. */
export const jsonIn = (file: string) => {
  const refuse = (place: string, kind: string): never => {
    throw new Error(`${file} in the archive is damaged: ${place === '' ? 'it' : place} is no ${kind}; save the image again`);
  };
  const record = (value: unknown, place: string): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : refuse(place, 'object'));
  const text = (value: unknown, place: string): string => (typeof value === 'string' ? value : refuse(place, 'text'));
  const list = (value: unknown, place: string): readonly unknown[] => (Array.isArray(value) ? value : refuse(place, 'list'));
  const texts = (value: unknown, place: string): string[] => list(value, place).map((one, number) => text(one, `${place}[${number}]`));
  return { record, text, list, texts };
};

/** Digests of the layers that a configuration speaks of, unpacked, lowest first. */
export const diffIdsIn = (config: unknown, file: string): string[] => {
  const { record, texts } = jsonIn(file);
  return texts(record(record(config, '').rootfs, 'rootfs').diff_ids, 'rootfs.diff_ids');
};
