import { changes, type Plan } from '../plan/steps.ts';
import type { Model } from '../project/model.ts';

/** A model with all that was found out about it when it was accepted: carried out later, it means the same. */
export type StoredModel = Model & {
  projectDir: string;
  configFiles: string[];
  /** Image id by service. */
  images: Record<string, string>;
  /** By service: what its containers are made from, as one short text. */
  hashes: Record<string, string>;
};

export const readModel = (json: string): StoredModel | undefined => (json === '' ? undefined : (JSON.parse(json) as StoredModel));
export const readPlan = (json: string): Plan => (json === '' ? { steps: [] } : (JSON.parse(json) as Plan));

/** Steps of a stored plan that change something; the others only wait. */
export const changingSteps = (planJson: string): ReadonlySet<number> =>
  new Set(readPlan(planJson).steps.flatMap(({ step, operation }) => (changes(operation) ? [step] : [])));
