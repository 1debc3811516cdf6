import { flushCompileCache } from 'node:module';
import { unreachable } from '#kernel/rejection.ts';
import type { NetworkConfig } from './config.ts';
import type { Call, CallMessage, ReplyMessage } from './netd-protocol.ts';
import { enterNamespace } from './namespace.ts';
import { openNodeNetworking, type NodeNetworking } from './node-network.ts';

/**
 * The process that owns this node's network. A process of its own: it changes namespaces and calls libraries that end a
 * process when they are displeased. All it makes outlives it, so that containers keep talking while it is started again.
 */

const perform = (network: NodeNetworking, call: Call): unknown => {
  switch (call.method) {
    case 'apply':
      return network.apply(call.view);
    case 'attach':
      return network.attach(call.request);
    case 'detach':
      return network.detach(call.containerId);
    case 'list':
      return network.list();
    default:
      return unreachable(call);
  }
};

const replyTo = (network: NodeNetworking, { id, call }: CallMessage): ReplyMessage => {
  try {
    return { id, result: perform(network, call) ?? null };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};

const main = (): void => {
  const config = JSON.parse(process.argv[2] ?? '{}') as NetworkConfig;
  if (config.netns !== undefined) enterNamespace(config.netns);
  const network = openNodeNetworking(config);
  process.on('message', (message) => void process.send?.(replyTo(network, message as CallMessage), undefined, undefined, () => {}));
  flushCompileCache();
  // Both reach every process of the group or unit. The agent decides when netd ends: until then its containers need names.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  // The agent has gone. The next one starts a netd of its own.
  process.on('disconnect', () => process.exit(0));
};

main();
