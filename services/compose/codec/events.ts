import { eventCodec } from '#kernel/event-codec.ts';
import * as pb from '#proto/compose.ts';
import type { ProjectEvent } from '../domain/project.ts';

export const projectCodec = eventCodec<ProjectEvent>({
  RevisionAccepted: pb.RevisionAccepted,
  StepStarted: pb.StepStarted,
  StepDone: pb.StepDone,
  StepFailed: pb.StepFailed,
  RevisionCompleted: pb.RevisionCompleted,
  RevisionFailed: pb.RevisionFailed,
  RevisionSuperseded: pb.RevisionSuperseded,
});
