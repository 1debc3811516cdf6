import type { Attach, NetworkView } from './port.ts';

/** What the agent asks of netd, and what it gets; each question has a number of its own. */
export type Call =
  | { method: 'apply'; view: NetworkView }
  | { method: 'attach'; request: Attach }
  | { method: 'detach'; containerId: string }
  | { method: 'list' };

export type CallMessage = { id: number; call: Call };

export type ReplyMessage = { id: number; result: unknown } | { id: number; error: string };
