import { CommandError } from '../api.ts';
import { flag, type Command, type Invocation } from '../command.ts';
import { listOptions, showList } from '../output.ts';
import { ago, size } from '../table.ts';

type Step = { Id: string; Created: number; CreatedBy: string; Size: number; Comment: string };

const createdByMaxChars = 45;

/** How an image was made, the last step first. */
export const showImageHistory = async (invocation: Invocation, image: string, whole: boolean): Promise<void> => {
  const steps = await invocation.api.json<Step[]>('GET', `/images/${encodeURIComponent(image)}/history`);
  const short = (words: string): string => (whole || words.length <= createdByMaxChars ? words : `${words.slice(0, createdByMaxChars - 1)}…`);
  showList<Step>(
    invocation,
    steps,
    [
      { name: 'IMAGE', field: 'ID', cell: ({ Id }) => (whole ? Id : Id.replace('sha256:', '').slice(0, 12)) },
      { name: 'CREATED', field: 'CreatedSince', cell: ({ Created }) => (Created === 0 ? 'N/A' : ago(Created * 1_000, Date.now())) },
      { name: 'CREATED BY', field: 'CreatedBy', cell: ({ CreatedBy }) => short(CreatedBy) },
      { name: 'SIZE', field: 'Size', cell: (step) => size(step.Size) },
      { name: 'COMMENT', field: 'Comment', cell: ({ Comment }) => Comment },
    ],
    ({ Id }) => Id,
  );
};

export const imageHistory: Command = {
  name: 'image history',
  usage: 'image history [OPTIONS] IMAGE',
  help: 'How an image was made, the last step first. Where its name pointed over time is told by "image history-of".',
  options: { ...listOptions, 'no-trunc': { type: 'boolean', help: 'Whole ids and commands' } },
  run: async (invocation) => {
    const [image] = invocation.words;
    if (image === undefined) throw new CommandError('say which image: lading image history IMAGE', 125);
    await showImageHistory(invocation, image, flag(invocation.options, 'no-trunc'));
  },
};
