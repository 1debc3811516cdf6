import { readFrom } from './from.ts';
import type { Dockerfile, Stage, Written } from './instruction.ts';
import type { Place, Warning } from './place.ts';

/** What the text alone tells. https://docs.docker.com/reference/build-checks/ */
export const warningsOfText = ({ globals, stages }: Pick<Dockerfile, 'globals' | 'stages'>): readonly Warning[] => {
  const all = [...globals, ...stages.flatMap((stage) => [stage, ...stage.instructions])];
  return [...casing(all), ...stages.flatMap(ofStage), ...duplicates(stages)];
};

const isUpper = (text: string): boolean => text === text.toUpperCase();
const isLower = (text: string): boolean => text === text.toLowerCase();

const casing = (all: readonly Written[]): readonly Warning[] => {
  const lower = all.filter(({ keyword }) => isLower(keyword)).length;
  const upper = all.filter(({ keyword }) => isUpper(keyword)).length;
  const isRight = lower > upper ? isLower : isUpper;
  return all.filter(({ keyword }) => !isRight(keyword)).map(({ keyword, place }) => ({ rule: 'ConsistentInstructionCasing', message: `${keyword} is not written like most instructions here: write ${lower > upper ? keyword.toLowerCase() : keyword.toUpperCase()}`, place }));
};

const reserved = new Set(['scratch', 'context']);

const ofStage = ({ place, keyword, text, name, instructions }: Stage): readonly Warning[] => {
  const warnings: Warning[] = [];
  const warn = (rule: string, message: string, at: Place = place): void => void warnings.push({ rule, message, place: at });
  const { writtenName, as } = readFrom(text);
  if (!isLower(writtenName)) warn('StageNameCasing', `the stage "${writtenName}" is called "${name}" everywhere else: write it in lower case`);
  if (reserved.has(name)) warn('ReservedStageName', `"${name}" means something else in FROM and --from: call the stage otherwise`);
  if (as !== '' && isUpper(as) !== isUpper(keyword)) warn('FromAsCasing', `${as} is not written like ${keyword}: write both alike`);
  for (const instruction of instructions) {
    if (instruction.kind === 'maintainer') warn('MaintainerDeprecated', `MAINTAINER is deprecated: write LABEL org.opencontainers.image.authors=${JSON.stringify(instruction.author)}`, instruction.place);
    if ((instruction.kind === 'env' || instruction.kind === 'label') && instruction.isLegacy) warn('LegacyKeyValueFormat', `${instruction.keyword} ${instruction.pairs[0]?.name ?? ''} without = is an old form: write name=value`, instruction.place);
  }
  return warnings;
};

const duplicates = (stages: readonly Stage[]): readonly Warning[] => {
  const seen = new Set<string>();
  return stages.flatMap(({ name, place }) => {
    const isSecond = name !== '' && seen.has(name);
    seen.add(name);
    return isSecond ? [{ rule: 'DuplicateStageName', message: `two stages are called "${name}", and the later one counts from here on: call one otherwise`, place }] : [];
  });
};
