import { warningText, type BuildProgress, type PlannedStep } from '#endpoints/build-progress.ts';

type Said = { stream: string } | { aux: { ID: string } } | { error: string; errorDetail: { code: number; message: string } };

/** Of output of steps that are not yet shown, because those before them go on. */
const heldMaxLength = 1 << 20;

const shortIdLength = 12;
const familiar = (reference: string): string => reference.replace(/^docker\.io\/(?:library\/)?/, '');
const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, shortIdLength);

/**
 * Tells a build as Docker's first builder does, whose words its clients read. It knows no steps side by side: each is told of when those
 * before it have ended.
 */
export const dockerBuildStream = ({ quiet }: { quiet: boolean }): ((progress: BuildProgress) => Said[]) => {
  let steps: readonly PlannedStep[] = [];
  let shown = 0;
  const held = new Map<number, { said: Said[]; length: number; isOver: boolean }>();

  const hold = (step: number, ...said: Said[]): void => {
    const one = held.get(step) ?? { said: [], length: 0, isOver: false };
    const length = said.reduce((sum, each) => sum + ('stream' in each ? each.stream.length : 0), 0);
    if (step === shown + 1 || one.length + length <= heldMaxLength) one.said.push(...said);
    held.set(step, { ...one, length: one.length + length });
  };

  const release = (): Said[] => {
    const all: Said[] = [];
    for (let now = held.get(shown + 1); now; now = held.get(shown + 1)) {
      all.push(...now.said.splice(0));
      if (!now.isOver) break;
      held.delete(++shown);
    }
    return all;
  };

  const end = (step: number): void => {
    const one = held.get(step);
    if (one) held.set(step, { ...one, isOver: true });
  };

  const told = (progress: BuildProgress): Said[] => {
    switch (progress.type) {
      case 'plan':
        steps = progress.steps;
        // Told again where something is made again.
        held.clear();
        shown = 0;
        return [];
      case 'warning':
        return [{ stream: `[Warning] ${warningText(progress)}\n` }];
      case 'step-begun':
        hold(progress.step, { stream: `Step ${progress.step}/${steps.length} : ${steps[progress.step - 1]?.instruction ?? ''}` }, { stream: '\n' }, ...(progress.containerId === undefined ? [] : [{ stream: ` ---> Running in ${short(progress.containerId)}\n` }]));
        return release();
      case 'output':
        hold(progress.step, { stream: progress.text });
        return release();
      case 'output-cut':
        hold(progress.step, { stream: '\n[the rest of the output is left out]\n' });
        return release();
      case 'step-ended':
        hold(progress.step, ...(progress.state === 'cached' ? [{ stream: ' ---> Using cache\n' }] : []), ...(progress.result === '' ? [] : [{ stream: ` ---> ${short(progress.result)}\n` }]));
        end(progress.step);
        return release();
      case 'ended':
        return [...[...held.values()].flatMap(({ said }) => said), ...ending(progress)];
      default:
        return [];
    }
  };

  return (progress) => {
    if (!quiet) return told(progress);
    if (progress.type !== 'ended') return [];
    return progress.outcome === 'done' ? [{ stream: `${progress.imageId}\n` }] : ending(progress);
  };
};

const ending = ({ outcome, message, imageId, references, failure }: Extract<BuildProgress, { type: 'ended' }>): Said[] => {
  if (outcome !== 'done') return [{ errorDetail: { code: failure?.exitCode ?? 1, message }, error: message }];
  return [{ aux: { ID: imageId } }, { stream: `Successfully built ${short(imageId)}\n` }, ...references.map((reference) => ({ stream: `Successfully tagged ${familiar(reference)}\n` }))];
};
