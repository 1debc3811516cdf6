import { readFrom } from './from.ts';
import type { Dockerfile, Stage, Written } from './instruction.ts';
import type { Warning } from './place.ts';
import { warner } from './warn.ts';

/** What the text alone tells. https://docs.docker.com/reference/build-checks/ */
export const warningsOfText = ({ globals, stages }: Pick<Dockerfile, 'globals' | 'stages'>): readonly Warning[] => {
  const all = [...globals, ...stages.flatMap((stage) => [stage, ...stage.instructions])];
  const warnings: Warning[] = [];
  warnOfCasing(all, warnings);
  for (const stage of stages) warnOfStage(stage, warnings);
  warnOfDuplicates(stages, warnings);
  return warnings;
};

const isUpper = (text: string): boolean => text === text.toUpperCase();
const isLower = (text: string): boolean => text === text.toLowerCase();

const warnOfCasing = (all: readonly Written[], warnings: Warning[]): void => {
  const lower = all.filter(({ keyword }) => isLower(keyword)).length;
  const upper = all.filter(({ keyword }) => isUpper(keyword)).length;
  const right = (keyword: string): string => (lower > upper ? keyword.toLowerCase() : keyword.toUpperCase());
  for (const written of all)
    if (written.keyword !== right(written.keyword)) warner(warnings, written)('ConsistentInstructionCasing', `${written.keyword} is not written like most instructions here: write ${right(written.keyword)}`);
};

const reserved = new Set(['scratch', 'context']);

const warnOfStage = (stage: Stage, warnings: Warning[]): void => {
  const { keyword, text, name } = stage;
  const warn = warner(warnings, stage);
  const { writtenName, as } = readFrom(text);
  if (!isLower(writtenName)) warn('StageNameCasing', `the stage "${writtenName}" is called "${name}" everywhere else: write it in lower case`);
  if (reserved.has(name)) warn('ReservedStageName', `"${name}" means something else in FROM and --from: call the stage otherwise`);
  if (as !== '' && isUpper(as) !== isUpper(keyword)) warn('FromAsCasing', `${as} is not written like ${keyword}: write both alike`);
  for (const one of stage.instructions) {
    if (one.kind === 'maintainer') warn('MaintainerDeprecated', `MAINTAINER is deprecated: write LABEL org.opencontainers.image.authors=${JSON.stringify(one.author)}`, one);
    if ((one.kind === 'env' || one.kind === 'label') && one.isLegacy) warn('LegacyKeyValueFormat', `${one.keyword} ${one.pairs[0]?.name ?? ''} without = is an old form: write name=value`, one);
  }
};

const warnOfDuplicates = (stages: readonly Stage[], warnings: Warning[]): void => {
  const seen = new Set<string>();
  for (const stage of stages) {
    if (stage.name !== '' && seen.has(stage.name)) warner(warnings, stage)('DuplicateStageName', `two stages are called "${stage.name}", and the later one counts from here on: call one otherwise`);
    seen.add(stage.name);
  }
};
