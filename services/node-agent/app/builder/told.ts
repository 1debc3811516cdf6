import type { BuildFailure, BuildProgress } from '#endpoints/build-progress.ts';

/** Where a build says what it does. */
export type Tell = (progress: BuildProgress) => void;

/** A build went wrong at some place of its Dockerfile. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
  readonly failure: BuildFailure;

  constructor(message: string, failure: BuildFailure, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.failure = failure;
  }
}
