import { ApplyService, ListServices, ListServicesReply, RemoveService, ScaleService, ServiceReply } from '#proto/scheduler.ts';
import { endpoint } from './endpoint.ts';

export const applyService = endpoint('cmd.scheduler.apply', ApplyService, ServiceReply);
export const scaleService = endpoint('cmd.scheduler.scale', ScaleService, ServiceReply);
export const removeService = endpoint('cmd.scheduler.remove', RemoveService, ServiceReply);
export const listServices = endpoint('qry.scheduler.services', ListServices, ListServicesReply);
