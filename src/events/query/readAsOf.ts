import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import type { AsOf, EventQuery } from './eventQuery.ts';

/** Two days far apart: only relative times mean something different on them. */
const EARLY = '1950-02-01';
const LATE = '2050-09-20';

/**
 * Returns true if a question has a time relative to the day it is asked: "last summer", "on Monday", but not "May
 * 2023".
 */
export function dependsOnToday({ about, from, to }: EventQuery): boolean {
  return [about, from, to].some((text) => {
    const late = meaningsOf(text ?? '', LATE);
    return meaningsOf(text ?? '', EARLY).some(({ edtf }, index) => edtf !== late[index]?.edtf);
  });
}

/** Lists what the relative times of a question mean as of an article's date. */
export function readAsOf({ about, from, to }: EventQuery, published: string): readonly AsOf[] {
  return [about, from, to].flatMap((text) => {
    const [early, late] = [meaningsOf(text ?? '', EARLY), meaningsOf(text ?? '', LATE)];
    return meaningsOf(text ?? '', published).flatMap(({ text: phrase, edtf }, index) =>
      edtf === null || early[index]?.edtf === late[index]?.edtf ? [] : [{ published, phrase, edtf }],
    );
  });
}

function meaningsOf(text: string, reference: string): ReturnType<typeof dateExpressions> {
  return dateExpressions(text, { reference });
}
