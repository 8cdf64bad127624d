import type { Article } from '../../article/article.ts';
import type { KeptEdition } from '../../article/readKeptEditions.ts';
import { shortEdition } from '../../article/edition.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { AnswerOf } from '../answer.ts';
import type { EditionVerdict } from '../schema/editionVerdict.ts';
import { verifySteps, type InvalidQuote, type VerifyRequest } from './verify.ts';
import { valueOf } from '../../runtime/entryAt.ts';

type Verdict = AnswerOf<'verdict'>;

/** The articles as they are now, and what is kept of their earlier editions. */
export interface EditionLibrary {
  /** By id. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Reads the kept editions of an article besides its present one, the newest first. */
  readonly editions: (article: Article) => Promise<readonly KeptEdition[]>;
}

/** Articles whose editions are read at a time. */
const READ_AT_A_TIME = 64;

/**
 * Judges a quotation as `verify` does, and looks at kept editions too. A claim that names an edition is judged in that one
 * if it is kept, and `editions` says what the present one has. Words that the present editions do not have, or not in the
 * place claimed, are looked for in the kept ones; `editions` says which one has them.
 */
export async function verifyEditions(request: VerifyRequest, library: EditionLibrary): Promise<Verdict | InvalidQuote> {
  const present = await inSlices(verifySteps(request, library));
  if (present.kind === 'invalid') return present;
  const { claimed } = present;
  if (claimed?.edition !== undefined)
    return inClaimedEdition(request, { present, claimed, hash: claimed.edition }, library);
  if (present.verdict === 'exact' || present.verdict === 'folded') return present;
  return present.verdict === 'elsewhere'
    ? withEarlierPlace(request, present, library)
    : withEarlierWords(request, present, library);
}

interface ClaimedEdition {
  readonly present: Verdict;
  readonly claimed: NonNullable<Verdict['claimed']>;
  /** The first eight hex digits of the edition that the claim names. */
  readonly hash: string;
}

/** Judges a claim in the edition that it names. */
async function inClaimedEdition(
  request: VerifyRequest,
  { present, claimed, hash }: ClaimedEdition,
  library: EditionLibrary,
): Promise<Verdict> {
  const { reference } = claimed;
  const article = claimed.article === undefined ? undefined : library.articles.get(claimed.article);
  const kept = article && (await library.editions(article)).find(isEdition(hash));
  if (!kept) {
    const judged = isLiteral(present) ? present : await withEarlierWords(request, present, library);
    return { ...judged, claimed: { ...claimed, kept: false } };
  }
  const judged = await verifyIn(kept.article, { quote: request.quote, article: article.id, reference });
  const now = await verifyIn(article, { quote: request.quote, article: article.id });
  if (!judged || !now) return present;
  const own = { edition: hash, kept: true };
  if (isLiteral(judged) || !(isLiteral(present) || present.elsewhere))
    return {
      ...judged,
      claimed: { ...(judged.claimed ?? claimed), ...own },
      editions: [entry(now, { article }, true)],
    };
  return { ...present, claimed: { ...claimed, ...own }, editions: [entry(judged, kept)] };
}

/** Says in which kept edition the words stand where they are claimed to; a claim without an edition may be an old one. */
async function withEarlierPlace(request: VerifyRequest, present: Verdict, library: EditionLibrary): Promise<Verdict> {
  const { article: id = present.matches[0]?.article, reference } = present.claimed ?? {};
  const article = id === undefined ? undefined : library.articles.get(id);
  if (!article) return present;
  for (const kept of await library.editions(article)) {
    const judged = await verifyIn(kept.article, { quote: request.quote, article: article.id, reference });
    if (judged && isLiteral(judged) && judged.claimed?.holds === true)
      return { ...present, editions: [entry(judged, kept)] };
  }
  return present;
}

/** Looks in kept editions for words that the present ones have otherwise, or not at all. */
async function withEarlierWords(request: VerifyRequest, present: Verdict, library: EditionLibrary): Promise<Verdict> {
  const claimed = present.claimed?.article;
  const articles =
    claimed === undefined ? [...library.articles.values()] : [library.articles.get(claimed) ?? []].flat();
  const found = await findInKept(request, articles, library);
  if (!found || (found.judged.verdict === 'spliced' && present.verdict === 'spliced')) return present;
  const { judged, kept } = found;
  const editions = [entry(judged, kept)];
  const { id } = kept.article;
  if (present.matches[0]?.article === id) return { ...present, editions };
  const now = await verifyIn(valueOf(library.articles, id), request);
  return now && now.matches.length > 0 ? { ...now, searched: present.searched, editions } : { ...present, editions };
}

interface FoundInKept {
  readonly kept: KeptEdition;
  readonly judged: Verdict;
}

/** Goes back edition by edition, all articles at a time, until one has the words; else gives one that has their pieces. */
async function findInKept(
  { quote }: VerifyRequest,
  articles: readonly Article[],
  { editions }: EditionLibrary,
): Promise<FoundInKept | undefined> {
  const all: (readonly KeptEdition[])[] = [];
  for (let at = 0; at < articles.length; at += READ_AT_A_TIME)
    all.push(...(await Promise.all(articles.slice(at, at + READ_AT_A_TIME).map(editions))));
  let pieces: FoundInKept | undefined;
  for (let age = 0; all.some((kept) => age < kept.length); age += 1) {
    const round = new Map(
      all.flatMap((kept) => kept.slice(age, age + 1)).map((one) => [one.article.id as string, one]),
    );
    const old = new Map(Array.from(round, ([id, { article }]) => [id, article]));
    const judged = await inSlices(verifySteps({ quote }, { articles: old }));
    const kept = judged.kind === 'verdict' ? round.get(judged.matches[0]?.article ?? '') : undefined;
    if (judged.kind !== 'verdict' || !kept) continue;
    if (isLiteral(judged)) return { kept, judged };
    if (judged.verdict === 'spliced') pieces ??= { kept, judged };
  }
  return pieces;
}

async function verifyIn(article: Article, request: VerifyRequest): Promise<Verdict | undefined> {
  const answer = await inSlices(verifySteps(request, { articles: new Map([[article.id, article]]) }));
  return answer.kind === 'verdict' ? answer : undefined;
}

/** What an edition has of the words; `elsewhere`, which is about the place, is said by `holds`. */
function entry(
  { verdict, matches, differences, claimed }: Verdict,
  { article: { id, edition }, received }: KeptEdition,
  present = false,
): EditionVerdict {
  return {
    article: id,
    edition,
    present,
    ...(received === undefined ? {} : { received }),
    verdict: verdict === 'elsewhere' ? (differences.length === 0 ? 'exact' : 'folded') : verdict,
    matches,
    differences,
    ...(claimed?.reference === undefined ? {} : { holds: claimed.holds }),
  };
}

function isLiteral({ verdict }: Verdict): boolean {
  return verdict === 'exact' || verdict === 'folded' || verdict === 'elsewhere';
}

function isEdition(hash: string): (kept: KeptEdition) => boolean {
  return ({ article }) => shortEdition(article.edition) === hash;
}
