import type { ReadingOptions } from '../answer/reading/orderByReading.ts';
import type { CommandContext } from './command.ts';

/** What a command's answer is read with, and for how long. */
export function readWith({ reader, meaning, readBudgetMs, now }: CommandContext): ReadingOptions {
  return { reader, meaning, budgetMs: readBudgetMs, now };
}
