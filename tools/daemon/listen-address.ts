import { CommandError } from '../cli/api.ts';

/** `address:port`, or `[address]:port` for IPv6. Throws, naming the variable that it was read from. */
export const listenAddress = (variable: string, text: string, example: string): { host: string; port: number } => {
  const [, bracketed, plain = '', port = ''] = /^(?:\[([0-9a-fA-F:]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === '' || Number(port) === 0 || Number(port) > 65_535) throw new CommandError(`${variable}=${text} is no address: give ADDRESS:PORT, such as ${example}`);
  return { host, port: Number(port) };
};
