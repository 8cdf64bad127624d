import type { ReadingOptions } from '../answer/orderByReading.ts';
import type { CommandContext } from './command.ts';

/** What a command's answer is read with, and for how long. */
export function readingOf({ reader, meaning, readBudgetMs }: CommandContext): ReadingOptions {
  return { reader, meaning, budgetMs: readBudgetMs };
}
