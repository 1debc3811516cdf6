import { AwaitRevision, AwaitRevisionReply, DownProject, GetProject, ListProjects, ListProjectsReply, LoadProject, LoadProjectReply, PlanProject, PlanProjectReply, Project, RevisionReply, ScaleProject, UpProject } from '#proto/compose.ts';
import { endpoint } from './endpoint.ts';

export const upProject = endpoint('cmd.compose.up', UpProject, RevisionReply);
export const scaleProject = endpoint('cmd.compose.scale', ScaleProject, RevisionReply);
export const downProject = endpoint('cmd.compose.down', DownProject, RevisionReply);
export const listProjects = endpoint('qry.compose.list', ListProjects, ListProjectsReply);
export const getProject = endpoint('qry.compose.get', GetProject, Project);
export const planProject = endpoint('qry.compose.plan', PlanProject, PlanProjectReply);
export const loadProject = endpoint('qry.compose.load', LoadProject, LoadProjectReply);
export const awaitRevision = endpoint('qry.compose.await', AwaitRevision, AwaitRevisionReply);
