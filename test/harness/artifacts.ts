import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Machine } from './machine.ts';

const folderOf = (name: string): string => join(resolve(import.meta.dirname, '../../build/artifacts'), name.replaceAll(/[^a-zA-Z0-9]+/g, '-').slice(0, 80));

type Revisions = { items: { revision: number; kind: string; state: string; planText: string; message: string }[] };

/** Puts what explains a failure into a folder of build/artifacts, and gives that: every process's log, all events, and the plans of all projects. */
export const keepArtifacts = async (name: string, machines: readonly Machine[]): Promise<string> => {
  const folder = folderOf(name);
  for (const { name: machine, state } of machines) {
    mkdirSync(join(folder, machine), { recursive: true });
    for (const log of readdirSync(state).filter((file) => file.endsWith('.log'))) cpSync(join(state, log), join(folder, machine, log));
  }
  const [first] = machines;
  if (!first) return folder;
  writeFileSync(join(folder, 'events.jsonl'), (await first.said('events', '--since', '1', '--format', 'json')).out);
  writeFileSync(join(folder, 'plans.txt'), await plansOn(first).catch((error: Error) => `the plans could not be read: ${error.message}\n`));
  return folder;
};

const plansOn = async (first: Machine): Promise<string> => {
  const { body } = await first.api<{ items: { name: string }[] }>('GET', '/api/v1/projects?all=1');
  const texts = await Promise.all(
    body.items.map(async (project) => {
      const { body: revisions } = await first.api<Revisions>('GET', `/api/v1/projects/${project.name}/revisions`);
      return revisions.items.map(({ revision, kind, state, planText, message }) => `${project.name} ${revision} ${kind}: ${state} ${message}\n${planText}\n`).join('\n');
    }),
  );
  return texts.join('\n');
};
