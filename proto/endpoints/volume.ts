import { CreateVolume, GetVolume, ListVolumes, ListVolumesReply, ListVolumeWork, RemoveVolume, ReportVolume, Volume, VolumeReply, VolumeWork } from '#proto/volume.ts';
import { Done, endpoint, nodeEndpoint } from './endpoint.ts';

export const createVolume = endpoint('cmd.volume.create', CreateVolume, VolumeReply);
export const removeVolume = endpoint('cmd.volume.remove', RemoveVolume, VolumeReply);
export const listVolumes = endpoint('qry.volume.list', ListVolumes, ListVolumesReply);
export const getVolume = endpoint('qry.volume.get', GetVolume, Volume);
export const reportVolume = nodeEndpoint('volume', ReportVolume, Done);
export const listVolumeWork = nodeEndpoint('volume-work', ListVolumeWork, VolumeWork);
/** Pushed on `work.<node_id>.volumes`. */
export const volumeWork = { kind: 'volumes', message: VolumeWork };
