import type { Part } from '../part.ts';
import type { HeadReader } from './head.ts';

/** Parts at the start among which the caption of a case is. */
const WITHIN = 50;
const LINES_WITHIN = 70;
const LINE_MAX_CHARS = 110;
const COURT =
  /\b(?:supreme court|courts? of (?:appeals?|chancery|claims|common pleas)|(?:district|circuit|superior|county|high|family|probate|bankruptcy|municipal|chancery|tax|federal|crown) court|court of (?:justice|session|international trade)|court no\b|in the court\b|tribunal)\b/iu;
/** What says that a paper is of a case: its number, or what the parties are called. */
const CASE =
  /\b(?:case|civil action|docket|cause|criminal|appeal|index|action|file|claim)\s(?:no|number)s?\b|\bno\.?\s?\d|\bnos\.\s?\d|\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appellants?|appellees?|claimants?)\b|\b(?:certiorari|argued|decided)\b/iu;
/** "FISHER v. UNIVERSITY OF TEXAS AT AUSTIN ET AL." */
const VERSUS = /^(?=\S)(.{2,80}?\s(?:v|vs)\.?\s\S.{1,80})$/iu;
const VERSUS_ALONE = /^(?:-?\s?(?:v|vs|versus|against|and)\.?\s?-?)$/iu;
/** What parties are called below their names. */
const ROLE =
  /^(?:(?:and|the|cross|counter|third-?party|intervenor)[\s,-]{1,3}){0,4}(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|claimant|applicant|movant)s?\b/iu;
const ROLE_BEHIND =
  /,?\s+(?:(?:and\s)?(?:cross-?|counter-?)?(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|claimant|applicant)s?)(?:[-/ ]{1,3}(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|claimant)s?)?[.,;]?$/iu;
/** The right-hand column of a caption, behind its border: ")", "]", "§", ":", "|". */
const COLUMN = /(?:^|\s)[)\]§:|*](?:\s.*|$)/u;
/** Where a court sits, on a line of its own above the parties. */
const PLACE = /^(?:for the\s|in and for\s)?(?:\p{L}+\s){0,4}(?:district|division|county|circuit|department|term)\b/iu;
const NAME = /^["“(]?[\p{Lu}\d]/u;
const PARTY_MAX_LINES = 6;
const IN_RE = /^(?:in re:?|in the matter of:?|ex parte)\s+\S.{2,100}$/iu;

/**
 * Reads what a paper of a court is called: its case, as the caption has it on one line, or the two parties that stand above each other with
 * "v." between them.
 */
export const courtHead: HeadReader = (parts) => {
  const head = parts.slice(0, WITHIN).filter(({ shape }) => shape !== 'furniture' && shape !== 'ruler');
  const lines = head
    .flatMap(({ text }) => text.split(/[\r\n]+/u))
    .map((line) => leftColumn(line))
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, LINES_WITHIN);
  const all = head
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 6000);
  if (!lines.some((line) => line.length <= LINE_MAX_CHARS && COURT.test(line)) || !CASE.test(all)) return undefined;
  const title = namedCase(lines) ?? partiesOf(lines) ?? lines.find((line) => IN_RE.test(line));
  return title === undefined ? undefined : { parts: withCaption(parts), values: { title: plainTitle(title) } };
};

function leftColumn(line: string): string {
  const words = line.trim();
  const [left = ''] = words.split(/\s{2,}(?=[)\]§:|*](?:\s|$))|\s{8,}/u, 1);
  return left.replace(COLUMN, '').trim();
}

function namedCase(lines: readonly string[]): string | undefined {
  return lines.find(
    (line) =>
      VERSUS.test(line) &&
      line.length <= LINE_MAX_CHARS &&
      !/^see\b|\d{2,4}\s[A-Z]|[;]/u.test(line) &&
      /^\p{Lu}/u.test(line),
  );
}

/** The names above and below a line that says "v.", each without what the party is called. */
function partiesOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => VERSUS_ALONE.test(line) && !/^and$/iu.test(line));
  if (at < 1) return undefined;
  const above = firstOfParty(lines.slice(Math.max(0, at - PARTY_MAX_LINES), at));
  const below = lines.slice(at + 1, at + 1 + PARTY_MAX_LINES).find((line) => !ROLE.test(line));
  return above === undefined || below === undefined || !NAME.test(below)
    ? undefined
    : `${partyName(above)} v. ${partyName(below)}`;
}

/** The first line of the party above "v.", below the name of the court and where it sits. */
function firstOfParty(lines: readonly string[]): string | undefined {
  const last = lines.findLastIndex((line) => !ROLE.test(line));
  const above = lines
    .slice(0, Math.max(0, last))
    .findLastIndex((line) => !NAME.test(line) || COURT.test(line) || PLACE.test(line) || CASE.test(partyName(line)));
  const first = lines[above + 1];
  return last === -1 || first === undefined || !NAME.test(first) ? undefined : first;
}

function partyName(line: string): string {
  return line.replace(ROLE_BEHIND, '').replace(/[,;]$/u, '').trim();
}

function plainTitle(title: string): string {
  return title.replaceAll(/\s+/gu, ' ').replace(/[,;]$/u, '').trim();
}

/** The lines of a caption that only say who is against whom are no headings. */
function withCaption(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at): Part => {
    const isParty =
      at < WITHIN && part.as === undefined && (ROLE.test(part.text) || VERSUS_ALONE.test(part.text.trim()));
    return isParty ? { ...part, shape: 'prose' } : part;
  });
}
