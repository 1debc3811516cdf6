import type { Command } from '../command.ts';
import { composeOptions, upBody } from './up.ts';

export const plan: Command = {
  name: 'plan',
  usage: 'plan [OPTIONS] [SERVICE...]',
  help: 'Shows what up would do, and why, without doing it.',
  options: { ...composeOptions },
  run: async (invocation) => {
    const { planText, warnings, project } = await invocation.api.json<{ project: string; planText: string; warnings: string[] }>('POST', '/api/v1/projects/plan', await upBody(invocation));
    for (const warning of warnings) invocation.err(`warning: ${warning}\n`);
    if (planText === '') invocation.err(`${project} is as the file says: nothing to do\n`);
    invocation.out(planText);
  },
};
