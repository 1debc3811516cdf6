/** Four decimal numbers from 0 to 255. */
export const isIpv4 = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

/** Eight groups, or fewer around one `::`. */
export const isIpv6 = (text: string): boolean => {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return halves.length <= 2 && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
};

/** `10.1.0.0/16` */
export const isIpv4Block = (text: string): boolean => {
  const [address = '', length = '', more] = text.split('/');
  return more === undefined && isIpv4(address) && /^\d{1,2}$/.test(length) && Number(length) <= 32;
};
