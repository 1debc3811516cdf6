import { canonical, parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';

/** Longer than any name with host, tag and digest. */
const lengthMax = 512;

/** Why a text cannot name an image; undefined if it can. */
export const imageNameProblem = (text: string): string | undefined => {
  if (text.length > lengthMax) return 'it is too long';
  try {
    parseReference(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return error.message.replace(`invalid reference format: ${text}: `, '');
  }
};

/** The same for every way to write a name: `alpine`, `docker.io/library/alpine:latest`. What names no image stands for itself. */
export const sameName = (text: string): string => (imageNameProblem(text) === undefined ? canonical(parseReference(text)) : text.toLowerCase());
