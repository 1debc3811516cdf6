import { unreachable } from '#kernel/rejection.ts';

export type Condition = 'started' | 'healthy' | 'completed';

export type Operation =
  /** `digest` is what the name means at its registry when it is planned: that is what comes. */
  | { op: 'pull'; image: string; digest: string; platform: string }
  /** Done by whoever asks for the plan, where the files are, before anything else. */
  | { op: 'build'; service: string; image: string }
  | { op: 'create-network'; network: string; name: string }
  /** Gives the service its present template and number of replicas; `verb` is what that means to people. */
  | { op: 'apply'; service: string; replicas: number; verb: 'create' | 'recreate' | 'scale' }
  /** Starts those of its containers that have ended. */
  | { op: 'start'; service: string }
  | { op: 'await'; service: string; condition: Condition }
  | { op: 'remove-service'; service: string }
  | { op: 'await-removed'; service: string }
  | { op: 'remove-network'; name: string }
  | { op: 'remove-volume'; name: string };

/** `after`: numbers of the steps that must be done before; steps that wait for nothing in common go side by side. */
export type Step = { step: number; operation: Operation; because: string; after: readonly number[] };

export type Plan = { steps: readonly Step[] };

/** Whether carrying the step out changes something that another plan counts on. The others only wait or fetch, and can be left at any moment. */
export const changes = ({ op }: Operation): boolean => op !== 'await' && op !== 'await-removed' && op !== 'pull' && op !== 'build';

/** `service store: wait until healthy` */
export const describe = (operation: Operation): string => {
  switch (operation.op) {
    case 'pull':
      return `image ${operation.image}: pull`;
    case 'build':
      return `image ${operation.image}: build`;
    case 'create-network':
      return `network ${operation.name}: create`;
    case 'apply':
      return `service ${operation.service}: ${operation.verb} ${operation.verb === 'scale' ? 'to' : 'with'} ${operation.replicas} ${operation.replicas === 1 ? 'replica' : 'replicas'}`;
    case 'start':
      return `service ${operation.service}: start`;
    case 'await':
      return `service ${operation.service}: wait until ${operation.condition}`;
    case 'remove-service':
      return `service ${operation.service}: stop and remove`;
    case 'await-removed':
      return `service ${operation.service}: wait until it is gone`;
    case 'remove-network':
      return `network ${operation.name}: remove`;
    case 'remove-volume':
      return `volume ${operation.name}: remove`;
    default:
      return unreachable(operation);
  }
};

/** One line a step, each with its cause. */
export const format = ({ steps }: Plan): string => steps.map(({ operation, because }) => `${describe(operation)} (${because})\n`).join('');

/** Collects steps and numbers them from 1. */
export const planBuilder = () => {
  const steps: Step[] = [];
  return {
    add: (operation: Operation, because: string, after: readonly (number | undefined)[] = []): number => {
      const step = steps.length + 1;
      steps.push({ step, operation, because, after: [...new Set(after.filter((one) => one !== undefined))] });
      return step;
    },
    plan: (): Plan => ({ steps }),
  };
};
