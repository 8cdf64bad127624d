import type { Usage } from './command.ts';

const EXAMPLES = 3;
/** The type of an option that takes text. */
const STRING = 3;

/** Picks commands to begin with: those with a text to give come first, as registered; `help` is for later. */
export function exampleUsages(usages: readonly Usage[]): readonly Usage[] {
  const asks = (usage: Usage): boolean =>
    usage.options.some((option) => option.required === true && option.type === STRING);
  const rank = (usage: Usage): number =>
    (asks(usage) ? 0 : 1) +
    (usage.path.length > 0 ? 2 : 0) +
    (usage.options.some(({ required, type }) => required && type !== STRING) ? 4 : 0);
  const plain = usages.filter(({ name }) => name !== 'help');
  return plain
    .map((usage, index) => ({ usage, rank: rank(usage), index }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .slice(0, EXAMPLES)
    .map(({ usage }) => usage);
}
