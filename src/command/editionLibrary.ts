import type { EditionLibrary } from '../answer/verify/verifyEditions.ts';
import type { CommandContext } from './command.ts';

/** The articles that the caller may see, with their kept editions. */
export function editionLibrary({
  library: { articles },
  keptEditions,
}: Pick<CommandContext, 'library' | 'keptEditions'>): EditionLibrary {
  return { articles, editions: keptEditions ?? (async () => []) };
}
