import { headingDepth, isAllCaps } from '../../../segment/shape.ts';
import { centredOn } from './centred.ts';
import type { Kinded } from '../kinded.ts';
import { isProse } from './titleLines.ts';

/** Which blocks at the head of a file are its title: from one to the one before the other. */
export type TitleAt = readonly [from: number, to: number];

/** The name of a court, above what it decided. */
const COURT =
  /^(?:in the )?.{0,60}\b(?:court of (?:appeals?|justice|claims|common pleas)|supreme court|(?:district|circuit|superior|county|high|bankruptcy|federal|crown) court|court for|tribunal)\b.{0,60}$/iu;
/** What is filed with a court, or comes from it. */
const PAPER =
  /\b(?:order|opinion|motion|memorandum|notice|complaint|petition|brief|judgment|stipulation|declaration|affidavit|suggestion|decision|ruling|reply|response|application|answer|summons|subpoena|report|recommendation|settlement|agreement|request|indictment|plea|verdict|statement|objection)s?\b/iu;
const VERSUS = /(?:^|,?\s)v(?:s|ersus)?\.$/u;
const TITLE_MAX_CHARS = 220;
/** Lines above a centred title, such as a number or a day. */
const ABOVE_MAX = 2;
const ABOVE_MAX_CHARS = 50;
/** The name of a house above what it says is shorter than that. */
const HOUSE_SHARE = 1.5;
const HOUSE_MAX_WORDS = 4;

/** Whether a line is the name of a court. */
function isCourt(text: string): boolean {
  return COURT.test(text) && !PAPER.test(text);
}

/**
 * Finds the title of a paper of a court below the court's name: what kind of paper it is, where that has more than a word; else
 * who is against whom.
 */
export function courtTitle(head: readonly Kinded[]): TitleAt | undefined {
  const court = head.findIndex(({ text }) => isCourt(text));
  const prose = head.findIndex(({ kind, text }, index) => index > court && kind === 'paragraph' && isProse(text));
  const end = prose === -1 ? head.length : prose;
  if (court === -1) return undefined;
  const papers = head
    .slice(court + 1, end)
    .filter(({ text }) => PAPER.test(text) && isAllCaps(text) && !COURT.test(text) && text.length <= TITLE_MAX_CHARS);
  const named = papers.find(({ text }) => /\s/u.test(text)) ?? papers[0];
  const versus = head.findIndex(({ text }, index) => index > court && index < end && VERSUS.test(text));
  if (named !== undefined && (/\s/u.test(named.text) || versus === -1)) {
    const at = head.indexOf(named);
    return [at, at + 1];
  }
  const from = /^v(?:s|ersus)?\.$|^\p{L}+(?:s|nts?)?,/u.test(head[versus]?.text ?? '')
    ? partyAbove(head, versus)
    : versus;
  const length = head.slice(from, versus + 2).reduce((sum, { text }) => sum + text.length + 1, 0);
  return versus === -1 || versus + 1 >= end || length > TITLE_MAX_CHARS ? undefined : [from, versus + 2];
}

/** Where the name of the first party begins: the nearest line above "v." in capitals. */
function partyAbove(head: readonly Kinded[], versus: number): number {
  const at = head.findLastIndex(
    ({ text }, index) => index < versus && index >= versus - 3 && isAllCaps(text.replace(/\bet al\b.*$/u, '')),
  );
  return at === -1 ? versus : at;
}

/** Finds a title that is set as the headings are, but in the middle, above everything else on its page: as notices and agendas have it. */
export function centredTitle(page: readonly Kinded[]): TitleAt | undefined {
  const isInMiddle = centredOn(page.flatMap(({ lines }) => lines));
  const isCentred = ({ kind, level, text, lines }: Kinded): boolean =>
    kind === 'heading' &&
    level === undefined &&
    headingDepth(text) === undefined &&
    /\s/u.test(text) &&
    isInMiddle(lines);
  const head = page.slice(0, ABOVE_MAX + 2);
  const first = head.findIndex(isCentred);
  const [title, below] = [head[first], head[first + 1]];
  const above = head.slice(0, Math.max(0, first));
  if (!title || above.length > ABOVE_MAX || above.some(({ text }) => text.length > ABOVE_MAX_CHARS)) return undefined;
  const isHouse =
    below !== undefined &&
    isCentred(below) &&
    title.text.split(/\s+/u).length <= HOUSE_MAX_WORDS &&
    below.text.length >= title.text.length * HOUSE_SHARE;
  return isHouse ? [first + 1, first + 2] : [first, first + 1];
}
