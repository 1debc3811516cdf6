const rangeRule = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i;
const portMax = 65_535;

/** `80`, `80/udp`, `8000-8010/tcp`; without a protocol it is tcp. Nothing for what is no range. `has` takes a port as `80/tcp`. */
export const portRange = (text: string): { has: (port: string) => boolean } | undefined => {
  const [, from = '', to = from, protocol = 'tcp'] = rangeRule.exec(text) ?? [];
  const [low, high] = [Number(from), Number(to)];
  if (from === '' || high < low || high > portMax) return undefined;
  return {
    has: (port) => {
      const [number, proto = 'tcp'] = port.split('/');
      return proto === protocol.toLowerCase() && Number(number) >= low && Number(number) <= high;
    },
  };
};
