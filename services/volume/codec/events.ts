import { eventCodec } from '#kernel/event-codec.ts';
import * as pb from '#proto/volume.ts';
import type { VolumeEvent } from '../domain/volume.ts';

export const volumeCodec = eventCodec<VolumeEvent>({ VolumeCreated: pb.VolumeCreated, VolumeRemoveRequested: pb.VolumeRemoveRequested, VolumeRemoved: pb.VolumeRemoved });
