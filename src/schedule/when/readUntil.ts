import { parseMoment } from './parseMoment.ts';

/** The moment until which a schedule rests (milliseconds since 1970), or one sentence that says what is wrong. */
export type UntilReading =
  | { readonly kind: 'until'; readonly instant: number }
  | { readonly kind: 'invalid'; readonly message: string };

/** Reads the end of a rest, by the clock on the wall of a zone; see `parseMoment` for what it may be. */
export function readUntil(typed: string, context: { readonly zone: string; readonly now: number }): UntilReading {
  const instant = parseMoment(typed, context);
  if (instant !== undefined) return { kind: 'until', instant };
  const text = typed.trim().slice(0, 40);
  return {
    kind: 'invalid',
    message: `"${text}" is not a future date or time. Write it like tomorrow 09:00, Monday, 2 weeks, or year-month-day.`,
  };
}
