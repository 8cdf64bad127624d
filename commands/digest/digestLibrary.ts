import { restrict, type Library } from '../../src/answer/library.ts';
import type { CommandContext } from '../../src/command/command.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

/** Finds the articles that a digest posts from: those its channel sees, and of them the one it is about. */
export async function digestLibrary(
  { guild, channel, content: { article } }: Pick<Schedule, 'guild' | 'channel' | 'content'>,
  { posting, libraryAt }: CommandContext,
): Promise<Library> {
  const library = await libraryAt((await posting?.placeOf({ guild, channel })) ?? { guild, channel });
  return article === undefined ? library : restrict(library, new Set([article]));
}
