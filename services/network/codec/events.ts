import { eventCodec } from '#kernel/event-codec.ts';
import * as pb from '#proto/network.ts';
import type { NameEvent } from '../domain/name.ts';
import type { NetworkEvent } from '../domain/network.ts';
import type { PoolEvent } from '../domain/pool.ts';

export const networkCodec = eventCodec<NetworkEvent>({ NetworkCreated: pb.NetworkCreated, BlockAssigned: pb.BlockAssigned, BlockReturned: pb.BlockReturned, NetworkRemoved: pb.NetworkRemoved });
export const nameCodec = eventCodec<NameEvent>({ NetworkNameClaimed: pb.NetworkNameClaimed, NetworkNameReleased: pb.NetworkNameReleased });
export const poolCodec = eventCodec<PoolEvent>({ SubnetClaimed: pb.SubnetClaimed, SubnetReleased: pb.SubnetReleased });
