import { ActivateNode, DrainNode, Heartbeat, IssueNodeToken, IssueNodeTokenReply, JoinNode, ListNodes, ListNodesReply, NodeReply, RedeemNodeToken, RemoveNode } from '#proto/node.ts';
import { endpoint, nodeEndpoint } from './endpoint.ts';

export const drainNode = endpoint('cmd.node.drain', DrainNode, NodeReply);
export const activateNode = endpoint('cmd.node.activate', ActivateNode, NodeReply);
export const removeNode = endpoint('cmd.node.remove', RemoveNode, NodeReply);
export const issueNodeToken = endpoint('cmd.node.token', IssueNodeToken, IssueNodeTokenReply);
export const redeemNodeToken = endpoint('cmd.node.redeem', RedeemNodeToken, NodeReply);
export const listNodes = endpoint('qry.node.list', ListNodes, ListNodesReply);
export const joinNode = nodeEndpoint('join', JoinNode, NodeReply);
/** Published on `hb.<node_id>`, not answered, not logged. */
export const heartbeat = { message: Heartbeat };
