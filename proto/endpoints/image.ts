import { Image, ImageReply, ListImages, ListImagesReply, RegisterImage, RemoveImage, RemoveImageReply, ReportImage, ResolveImage, TagImage } from '#proto/image.ts';
import { Done, endpoint, nodeEndpoint } from './endpoint.ts';

export const registerImage = endpoint('cmd.image.register', RegisterImage, ImageReply);
export const tagImage = endpoint('cmd.image.tag', TagImage, ImageReply);
export const removeImage = endpoint('cmd.image.remove', RemoveImage, RemoveImageReply);
export const listImages = endpoint('qry.image.list', ListImages, ListImagesReply);
export const resolveImage = endpoint('qry.image.resolve', ResolveImage, Image);
export const reportImage = nodeEndpoint('image', ReportImage, Done);
export const askImage = nodeEndpoint('image-resolve', ResolveImage, Image);
