import * as endpoints from '#endpoints/node.ts';
import { asOf, isPast } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import { nodeCodec } from '../codec/events.ts';
import { nodeDecider, type NodeCommand } from '../domain/node.ts';
import { nodeView } from '../views/node-view.ts';
import type { Liveness } from './liveness.ts';
import { joinTokenAggregate, nodeAggregate, type States } from './states.ts';

const tokenValidMs = 3_600_000;
const tokenValidMaxMs = 7 * 86_400_000;

export const serveNodes = (platform: Platform, states: States, liveness: Liveness): void => {
  const { bus } = platform;

  /** By id or name. */
  const find = (reference: string): string => {
    const found = [...states.nodes.entries()].flatMap(([, { state }]) => (state.phase === 'present' && (state.nodeId === reference || state.name === reference) ? [state.nodeId] : []));
    const [only, second] = found;
    if (second) throw new Rejection('AMBIGUOUS', `more than one node is named ${reference}: give its id`);
    if (!only) throw new Rejection('NODE_NOT_FOUND', `no node ${reference}: see "lading node ls"`);
    return only;
  };
  const on = async (reference: string, command: NodeCommand, context: Context) => {
    const nodeId = find(reference);
    const { changed, sequence } = await states.handleNode(nodeAggregate(nodeId), command, context);
    return { message: { nodeId, changed }, sequence };
  };

  bus.serve(endpoints.drainNode, ({ node }, { context }) => on(node, { type: 'DrainNode' }, context));
  bus.serve(endpoints.activateNode, ({ node }, { context }) => on(node, { type: 'ActivateNode' }, context));
  bus.serve(endpoints.removeNode, ({ node, force }, { context }) => on(node, { type: 'RemoveNode', force }, context));

  bus.serve(endpoints.issueNodeToken, async ({ validMs }, { context }) => {
    const secret = platform.ids.hex64();
    const expiresAtMs = platform.clock() + Math.min(validMs || tokenValidMs, tokenValidMaxMs);
    const { sequence } = await states.handleJoinToken(joinTokenAggregate(secret), { type: 'IssueToken', expiresAtMs }, context);
    return { message: { secret, expiresAtMs }, sequence };
  });
  bus.serve(endpoints.redeemNodeToken, async ({ secret, nodeId, publicKey }, { context }) => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(nodeId)) throw new Rejection('INVALID', `"${nodeId}" is no id for a node: use letters, digits, - and _`);
    const { state } = states.nodes.get(nodeAggregate(nodeId));
    if (state.phase === 'present' && !state.lost) throw new Rejection('NODE_EXISTS', `node ${nodeId} is here already: give this one another id with --id, or remove that one first`);
    const { changed, sequence } = await states.handleJoinToken(joinTokenAggregate(secret), { type: 'RedeemToken', nodeId, publicKey }, context);
    return { message: { nodeId, changed }, sequence };
  });

  bus.serve(endpoints.listNodes, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    const past = isPast(request);
    const known = past ? await asOf(platform.store, 'node.*', request, nodeDecider, nodeCodec) : states.nodes;
    const nodes = [...known.entries()].map(([, { state }]) => nodeView(state, past || state.phase === 'absent' ? 0 : liveness.lastSeenMs(state.nodeId))).filter((view) => view !== undefined);
    return { message: { nodes }, sequence: platform.position() };
  });

  bus.serveNode(endpoints.joinNode, async (facts, { nodeId, context }) => {
    if (facts.nodeId !== nodeId) throw new Rejection('INVALID', `node ${nodeId} says that it is ${facts.nodeId}: each node speaks for itself`);
    const { changed, sequence } = await states.handleNode(nodeAggregate(nodeId), { type: 'JoinNode', ...facts }, context);
    return { message: { nodeId, changed }, sequence };
  });
};
