import type { AnswerOf } from '../../../answer/answer.ts';
import type { EditionVerdict } from '../../../answer/schema/editionVerdict.ts';
import type { Article, Edition } from '../../../article/article.ts';
import { shortEdition } from '../../../article/edition.ts';
import { counted, listed } from '../counted.ts';
import { edtfInWords } from '../events/edtfInWords.ts';
import { truncate } from '../../truncate.ts';
import { shownWords } from './shownWords.ts';

type Verdict = AnswerOf<'verdict'>;

const TITLE_MAX_CHARS = 100;
/** Up to this many changes are said one by one; the rest are counted, since the list below has them. */
const CHANGES_MAX = 2;
const HOW: Readonly<Record<EditionVerdict['verdict'], string>> = {
  exact: 'Exact in',
  folded: 'The same but for typography in',
  spliced: 'In parts, in this order, in',
  altered: 'Altered from',
  elsewhere: 'In another place of',
  'too-short': 'In',
  absent: 'Not in',
};

/** Names an edition: "the edition imported on 3 March 2026 (2bbf0e29)", or "edition 2bbf0e29" if its day is not known. */
export function editionName(edition: Edition, received?: string): string {
  const hash = shortEdition(edition);
  return received === undefined ? `edition ${hash}` : `the edition imported on ${edtfInWords(received)} (${hash})`;
}

/** Names the verdict on words that only a kept edition has; undefined for all others. */
export function earlierVerdictInWords(
  verdict: Verdict,
  articles: ReadonlyMap<string, Article>,
): { readonly name: string; readonly sentence: string } | undefined {
  const earlier = foundEarlier(verdict);
  if (!earlier) return undefined;
  const title =
    verdict.searched.length > 1
      ? ` of “${truncate(articles.get(earlier.article)?.title ?? earlier.article, TITLE_MAX_CHARS)}”`
      : '';
  const at = placesInWords(earlier);
  return {
    name: 'In an earlier edition',
    sentence: `${HOW[earlier.verdict]} ${editionName(earlier.edition, earlier.received)}${title}${at === '' ? '' : `, ${at}`}; the present one ${presentSays(verdict, earlier)}.${verdict.elsewhere ? ' Another article has it, too; see below.' : ''}`,
  };
}

/**
 * Says in which edition a quotation was judged, and whether other editions have the words; undefined if there is
 * nothing to say.
 */
export function editionsInWords(verdict: Verdict): string | undefined {
  const { claimed, editions: [other] = [], searched } = verdict;
  const named = claimed?.edition;
  if (named !== undefined && claimed?.kept !== true) {
    const present = searched.find(({ article }) => article === claimed?.article);
    return `The claim names edition ${named}, which is not kept here; this is judged in the present one${present ? `, ${shortEdition(present.edition)}` : ''}.${other ? ` ${HOW[other.verdict]} ${editionName(other.edition, other.received)}, ${placesInWords(other)}.` : ''}`;
  }
  if (named !== undefined && other?.present)
    return `Judged in edition ${named}, which the claim names. ${nowInWords(other)}`;
  if (named !== undefined)
    return `Edition ${named}, which the claim names, does not have it as quoted; this is judged in the present one.`;
  if (verdict.verdict === 'elsewhere' && other?.holds)
    return `It was there in ${editionName(other.edition, other.received)}.`;
  return undefined;
}

/** Returns the passages of other editions that are shown with a verdict. */
export function otherMatches({ editions = [] }: Verdict): EditionVerdict['matches'] {
  return editions.flatMap(({ verdict, present, matches }) =>
    verdict === 'altered' && !present ? [] : matches.slice(0, 1),
  );
}

function foundEarlier({ verdict, claimed, editions = [] }: Verdict): EditionVerdict | undefined {
  const has = ['exact', 'folded', 'spliced'];
  const lacks = ['altered', 'spliced', 'absent', 'too-short'];
  if (claimed?.edition !== undefined || !lacks.includes(verdict)) return undefined;
  return editions.find((each) => !each.present && has.includes(each.verdict));
}

function presentSays({ verdict, matches: [first], differences }: Verdict, earlier: EditionVerdict): string {
  if (first?.article !== earlier.article) return 'does not have it';
  if (verdict !== 'altered') return 'has it only in parts';
  // Typography that differs from both editions is not a difference between them.
  const isShared = ({ kind, quoted }: Verdict['differences'][number]): boolean =>
    earlier.differences.some((other) => other.kind === kind && other.quoted === quoted);
  return changesInWords(differences.filter((difference) => !isShared(difference)));
}

/** Says what the present edition has of words that were judged in another edition. */
function nowInWords(now: EditionVerdict): string {
  const edition = `the present edition (${shortEdition(now.edition)})`;
  const at = placesInWords(now);
  switch (now.verdict) {
    case 'exact':
    case 'elsewhere':
      return `In ${edition} it is ${at}.`;
    case 'folded':
      return `In ${edition} it is ${at}, but for typography.`;
    case 'spliced':
      return `In ${edition} its parts are ${at}.`;
    case 'altered':
      return `The closest words in ${edition} are ${at}; it ${changesInWords(now.differences)}.`;
    case 'absent':
    case 'too-short':
      return `In ${edition} it was not found.`;
    default:
      return now.verdict satisfies never;
  }
}

function changesInWords(differences: Verdict['differences']): string {
  if (differences.length === 0) return 'reads differently';
  if (differences.length > CHANGES_MAX) return `differs in ${counted(differences.length, 'place')}`;
  return listed(
    differences.map(({ quoted, source }) => {
      if (quoted === '') return `adds ${shownWords(source)}`;
      return source === ''
        ? `leaves out ${shownWords(quoted)}`
        : `says ${shownWords(source)}, not ${shownWords(quoted)}`;
    }),
  );
}

function placesInWords({ matches }: EditionVerdict): string {
  const references = [...new Set(matches.map(({ reference, within }) => within?.reference ?? reference))];
  return references.length === 0
    ? ''
    : `at ${listed(references.slice(0, 3))}${references.length > 3 ? ' and elsewhere' : ''}`;
}
