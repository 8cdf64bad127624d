import { entryAt } from '../../runtime/entryAt.ts';
import { isBodyBlock, type Article } from '../../article/article.ts';
import type { ArticleTags } from '../../article/tags.ts';
import { dateSteps } from '../../language/dates/dateExpressions.ts';

import type { Steps } from '../../runtime/steps/steps.ts';
import { articleClauses } from '../clauses/articleClauses.ts';
import type { Clause } from '../clauses/clause.ts';
import { isNamedBy } from '../clauses/participants.ts';
import { childBy } from '../clauses/treeWalk.ts';
import { isMatchReport } from '../passage/occasions.ts';
import { withPassageDates } from '../passage/passageDates.ts';
import { openingDateline } from '../dates/dateline.ts';
import { edtfInterval } from '../dates/edtfInterval.ts';
import { isDayAhead } from '../dates/isDayAhead.ts';
import { withPeriodsEnded } from '../dates/periodsEnded.ts';
import { reportedOn } from '../dates/reportedOn.ts';
import { prepareGazetteer } from '../places/gazetteer.ts';
import { recased } from '../places/recased.ts';
import { withPassagePlaces } from '../passage/passagePlaces.ts';
import { withAntecedents } from '../passage/withAntecedents.ts';
import { chooseWithin } from './chooseWithin.ts';
import { foldClauses, type Scored } from './foldClauses.ts';
import { isHabit } from './habit.ts';
import { isNoComment } from './noComment.ts';
import { mergeClauses, type ClauseGroup } from './mergeClauses.ts';
import trained from './weights.json' with { type: 'json' };
import { scoreFeatures, type Weights } from './scoreFeatures.ts';

/** A clause is an event from this likelihood on. */
export const THRESHOLD = 0.61;

/** Finds the events of the tagged sentences of an article, in text order. */
export function* findEvents(article: Article, tags: ArticleTags): Steps<readonly ClauseGroup[]> {
  const clauses = yield* clausesOf(article, tags);
  return yield* eventsAmong(clauses, { weights: trained.weights, pairs: trained.pairs, threshold: THRESHOLD });
}

/** Reads the candidates of a tagged article. */
export function* clausesOf(article: Article, tags: ArticleTags): Steps<readonly Clause[]> {
  const { source } = article;
  const dateline = openingDateline(article);
  const reference = reportedOn(article, dateline);
  const read = yield* dateSteps(source, { reference, isDayAhead: isDayAhead(dateline) });
  const dates = withPeriodsEnded(source, read);
  yield* prepareGazetteer();
  const written = reference === undefined ? undefined : edtfInterval(reference)?.[1];
  const spans = article.blocks.filter(isBodyBlock).flatMap(({ sentences }) => sentences);
  const text = recased(source, spans);
  const from = dateline?.span[1];
  const clauses = yield* articleClauses(article, tags, { text, dates, written, from });
  const outside = dates.filter(({ ruleId }) => ruleId !== 'quarter');
  const isGame = outside.length < dates.length && isMatchReport(clauses);
  const all = isGame ? yield* articleClauses(article, tags, { text, dates: outside, written, from }) : clauses;
  return withPassagePlaces(withAntecedents(withPassageDates(all, { written })), { dateline: dateline?.place });
}

/** Chooses the events among candidates: the likely ones, each once. */
export function* eventsAmong(
  clauses: readonly Clause[],
  { weights, pairs, threshold }: { weights: Weights; pairs: Weights; threshold: number },
): Steps<readonly ClauseGroup[]> {
  const kept = yield* foldedClauses(clauses, weights);
  const groups = yield* mergeClauses(
    kept.filter((clause) => clause.isEntry || (isLikely(clause, threshold) && !isMereReport(clause))),
    pairs,
  );
  return chooseWithin(groups);
}

/** Scores candidates, and keeps one of those of a sentence that tell one thing. */
export function* foldedClauses(clauses: readonly Clause[], weights: Weights): Steps<readonly Scored[]> {
  const scored = clauses.map((clause): Scored => ({ ...clause, score: scoreFeatures(clause.features, weights) }));
  const kept: Scored[] = [];
  for (let at = 0; at < scored.length;) {
    const { tree } = entryAt(scored, at);
    let end = at;
    while (end < scored.length && entryAt(scored, end).tree === tree) end += 1;
    kept.push(...foldClauses(scored.slice(at, end)));
    at = end;
    yield;
  }
  return kept;
}

/** What is due on a stated day is missed more than anything else would be: less must speak for it. */
const DUE_THRESHOLD = 0.25;
const DUE_DATE = /^\d{4}-\d{2}(?:-\d{2})?$/u;

function isLikely(clause: Scored, threshold: number): boolean {
  const { score, modality, date } = clause;
  const isDue = modality === 'planned' && DUE_DATE.test(date?.edtf ?? '');
  return score >= (isDue ? Math.min(threshold, DUE_THRESHOLD) : threshold) && !isHabit(clause);
}

const SPEAKS = /^(?:tell|write|ask|argue|answer|reply|comment|recall|remember|admit|joke|tweet|post|insist|warn)$/u;
const MERE_REPORT = /^(?:say|add|report|note|explain)$/u;

/** "Officials said" and "Ann Kim reported from Seoul" tell of nothing but who told it, unless on a day of its own. */
function isMereReport({ token, date, tree }: Scored): boolean {
  if (token.upos !== 'VERB') return false;
  if (isNoComment(tree, token)) return true;
  // "A cooper named Anders Lind".
  const before = tree.tokens[token.at - 1];
  if (before && isNamedBy(tree, before)) return true;
  const isQuoted = tree.quoted[token.at] === true;
  if (MERE_REPORT.test(token.lemma)) return date === undefined || date.ruleId === 'day-of-the-story' || isQuoted;
  if (date !== undefined || !SPEAKS.test(token.lemma)) return false;
  // "“…,” wrote the minister", "“I told them to wait”": who said it, and what is said of saying.
  const subject = childBy(tree, token, /^nsubj/u);
  return isQuoted || (subject !== undefined && subject.at > token.at && tree.quoted.includes(true));
}
