import { CreateNetwork, GetNetwork, GetNodeNetworks, JoinNetwork, ListNetworks, ListNetworksReply, Network, NetworkReply, NodeNetworks, RemoveNetwork } from '#proto/network.ts';
import { endpoint, nodeEndpoint } from './endpoint.ts';

export const createNetwork = endpoint('cmd.network.create', CreateNetwork, NetworkReply);
export const removeNetwork = endpoint('cmd.network.remove', RemoveNetwork, NetworkReply);
export const listNetworks = endpoint('qry.network.list', ListNetworks, ListNetworksReply);
export const getNetwork = endpoint('qry.network.get', GetNetwork, Network);
export const joinNetwork = nodeEndpoint('network-join', JoinNetwork, NodeNetworks);
export const getNodeNetworks = nodeEndpoint('network-view', GetNodeNetworks, NodeNetworks);
/** Pushed on `work.<node_id>.network`. */
export const networkWork = { kind: 'network', message: NodeNetworks };
