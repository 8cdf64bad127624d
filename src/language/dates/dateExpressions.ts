import { finish, type Steps } from '../../runtime/steps/steps.ts';
import type { Span } from '../span.ts';
import { withBirth, type Birth } from './births.ts';
import { anchorAt, NO_ANCHORS, withMeaning } from './anchors.ts';
import { parseCalendarDate } from './calendar.ts';
import { candidateSteps } from './candidates.ts';
import type { Certainty, DateContext } from './dateRule.ts';
import { isPastStory } from './pastStory.ts';
import type { RuleReading } from './ruleReading.ts';
import { withLead } from './leads.ts';
import { numericOrderOf } from './rules/numericDates.ts';
import { isOfEarlyEra } from './rules/years.ts';
import { tenseAt, type Tense } from './tense.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** One temporal expression of a text. */
export interface DateExpression extends RuleReading {
  readonly text: string;
  readonly span: Span;
  /** ISO 8601-2 (EDTF), or null if it cannot be said. */
  readonly edtf: string | null;
  readonly certainty: Certainty;
}

/** What the text is read against. */
export interface DateOptions {
  /** The article's date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Without it relative expressions stay unresolved. */
  readonly reference?: string | undefined;
  /** Whether it may have been the day after the article's date already where the text was written. */
  readonly isDayAhead?: boolean | undefined;
}

/**
 * Lists the temporal expressions of an English text in order, none overlapping another, each resolved against the
 * article's date and the expressions before it; against these alone in a story of long ago. Near linear in the text.
 */
export function dateExpressions(text: string, options: DateOptions = {}): readonly DateExpression[] {
  return finish(dateSteps(text, options));
}

/** Does what `dateExpressions` does, in steps. */
export function* dateSteps(
  text: string,
  { reference, isDayAhead = false }: DateOptions = {},
): Steps<readonly DateExpression[]> {
  const published = reference === undefined ? null : (parseCalendarDate(reference) ?? null);
  const article = published && isPastStory(text, published) ? null : published;
  const numericOrder = numericOrderOf(text);
  const names = monthNames(text);
  const earlyEra = isOfEarlyEra(text);
  const found: DateExpression[] = [];
  let anchors = NO_ANCHORS;
  let birth: Birth;
  let end = 0;
  for (const { rule, match } of yield* candidateSteps(text)) {
    yield;
    if (match.index < end) continue;
    const own: Span = [match.index, match.index + match[0].length];
    const anchor = anchorAt(text, anchors.any, own);
    const tense = (): Tense => tenseAt(text, own);
    const meant = rule.means(Object.assign(match, { groups: match.groups ?? {} }), {
      text,
      span: own,
      reference: article,
      isDayAhead,
      anchor,
      yearAnchor: anchors.year === anchors.any ? anchor : anchorAt(text, anchors.year, own),
      tense,
      numericOrder,
      names,
      earlyEra,
      birth: birth === 'several' ? undefined : birth,
    } satisfies DateContext);
    if (!meant) continue;
    const { span, meaning } = withLead({ span: own, meaning: meant }, { text, floor: end, tense });
    const { edtf, certainty, ruleId, ruleData } = meaning;
    found.push({ text: text.slice(...span), span, edtf, certainty, ruleId, ...(ruleData ? { ruleData } : {}) });
    birth = withBirth(birth, { text, meaning, span });
    anchors = withMeaning(anchors, meaning, span);
    end = span[1];
  }
  return found;
}

const NAMED =
  /\b(?!(?:In|On|By|Of|Since|Last|Next|This|Early|Late|Mid|Until|Every|From|During|And|Or|The|To|For|But|When|As|If|Between)\b)\p{Lu}\p{Ll}+ (May|April|June|August|March)\b(?! \d)/gu;

/** Names of months that the text uses as a surname, such as the second word of "Theresa May". */
function monthNames(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(NAMED), (match) => entryAt(match, 1).toLowerCase()));
}
