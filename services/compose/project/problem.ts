import { Rejection } from '#kernel/rejection.ts';

/** Where in which file; lines and columns count from 1. */
export type Place = { file: string; line: number; column: number };

/** One thing that is wrong with a compose file, and what to do about it. */
export type Problem = { place: Place | undefined; /** `services.web.ports[0]` */ path: string; message: string };

/** `compose.yaml:4:5: services.web.portz: unknown key; did you mean "ports"?` */
export const formatProblem = ({ place, path, message }: Problem): string =>
  [place && `${place.file}:${place.line}:${place.column}`, path, message].filter((part) => part !== undefined && part !== '').join(': ');

/** Every problem at once, one a line. */
export const composeInvalid = (problems: readonly Problem[]): Rejection => new Rejection('COMPOSE_INVALID', problems.map(formatProblem).join('\n'));
