import { beforeFirst } from '../language/beforeFirst.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** A name as citation styles need it: in parts for people, whole for groups and for names that have no parts. */
export type PersonName =
  | { readonly kind: 'person'; readonly given: string; readonly family: string; readonly suffix?: string }
  | { readonly kind: 'whole'; readonly name: string };

/** Particles that begin a family name if they are written small, in whatever language (Chicago 8.5–8.14, BibTeX's "von"). */
const PARTICLE =
  /^(?:van|von|vom|der|den|de|del|della|delle|dello|degli|dei|di|da|dal|dalla|das|dos|do|du|des|la|le|les|lo|el|al|ash|ad|as|at|bin|bint|ibn|ben|abu|ter|ten|te|thor|zu|zur|zum|af|av|op|tot|['’]t|d['’]|st\.?)$/u;
/** Written with a capital they begin it too: Le Pen, De Leo, Van Buren. Not those that are given names as well. */
const CAPITAL_PARTICLE =
  /^(?:Van|Von|Vom|De|Del|Della|Delle|Dello|Degli|Dei|Di|Da|Dal|Dalla|Dos|Das|Du|Des|La|Le|Les|Lo|El|Al|Bin|Bint|Ibn|Ben|Abu|Ter|Ten|St\.?|Saint)$/u;
/** "Nguyen Van An": between such a name and another, "Van" and "Thi" are no particles. */
const VIETNAMESE_FIRST = /^(?:Nguyen|Tran|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Ngo|Duong|Dinh|Trinh|Truong|Luong|Ly)$/u;
/** Joins two family names: Ortega y Gasset, Rovira i Virgili. */
const JOINING = /^(?:y|i|e)$/u;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd)$/u;
/** Degrees and orders after a name, which no style cites (APA 9.8, Chicago 14.73). */
const DEGREE =
  /^(?:Ph\.?\s?D\.?|D\.?Phil\.?|Sc\.?D\.?|M\.?D\.?|D\.?O\.?|J\.?D\.?|Ed\.?D\.?|Psy\.?D\.?|Dr\.?P\.?H\.?|D\.?D\.?S\.?|D\.?V\.?M\.?|Pharm\.?D\.?|B\.?A\.?|B\.?Sc?\.?|M\.?A\.?|M\.?Sc\.?|M\.?S\.?|M\.?Phil\.?|M\.?P\.?H\.?|M\.?B\.?A\.?|M\.?F\.?A\.?|LL\.?[BMD]\.?|R\.?N\.?|CPA|CFA|P\.?E\.?|Esq\.?|MP|OBE|MBE|CBE|KBE|FRS|FRCP|FBA)$/u;
const TITLE = /^(?:Drs?\.?|Prof\.?|Professor|Mr\.?|Mrs\.?|Ms\.?|Mx\.?)\s+(?=\S+\s+\S)/u;
const BYLINE = /^(?:By|BY)\s+(?=\P{Ll})/u;
/** What a desk adds to a name: "(Reuters)", "| The Courier", "/AFP". */
const OUTLET = /\s*(?:\([^()]*\)|\[[^[\]]*\]|\s[|·–—]\s.*|\s?\/\s?.*)$/u;
const GROUP_WORD = String.raw`Academy|Administration|Agence|Agency|Agentur|Alliance|Amnesty|Archives?|Army|Assembly|Associated|Association|Authority|Board|Bureau|Cabinet|Center|Centre|Chamber|Coalition|Collective|College|Commission|Committee|Company|Conference|Consortium|Corp|Corporation|Correspondents?|Council|Department|Desk|Directorate|Division|Editors?|Editorial|Embassy|Federation|Forum|Foundation|Fund|GmbH|Gazette|Government|Group|Herald|Hospital|Inc|Initiative|Institute|Institution|International|Journal|LLC|Laborator(?:y|ies)|League|Library|Limited|Ltd|Magazine|Media|Ministry|Museum|Nations|Network|News|Newsroom|Newspaper|Observatory|Office|Organi[sz]ation|Parliament|Partners|Partnership|Presse|Programme|Program|Project|Reporters?|Republic|Research|Review|Rights|S\.?A\.?|School|Secretariat|Senate|Services?|Société|Society|Staff|Studies|Syndicate|Team|Telegraph|Times|Tribune|Trust|Union|Universit(?:y|ies)|Université|Universität|Workers|Writers?`;
/** Words that no person is called by, in front of one that some are: World Bank, Associated Press, Central Bank. */
const GROUP_START = String.raw`World|International|National|Global|European|African|Asian|American|British|Royal|Human|United|Central|Federal|Public|Associated|State|Local|Special|Sans|Without|Our|Your`;
const GROUP = new RegExp(
  String.raw`(?:^|\s)(?:the|of|for|&|in|on|with|without|against|sans|für|pour|para)(?=\s)|^The\s|&|\d|(?<![\p{L}-])(?:${GROUP_WORD})(?![\p{L}])|(?<!\p{L})(?:${GROUP_START})\s`,
  'u',
);
/** "Le Monde", "Der Spiegel": what begins with an article is no name and surname. */
const ARTICLE_FIRST = /^(?:The|Le|La|Les|El|Los|Las|Il|Der|Die|Das|De)\s\S+$/u;
const NAME_MAX_WORDS = 5;

/**
 * Parts a name: "Given Family" with particles ("Ludwig van Beethoven"), joined surnames ("José Ortega y Gasset") and
 * suffixes, "Family, Given", or BibTeX's "Family, Jr., Given". Bylines, titles, degrees and outlets are left out. What is
 * in braces ("{World Bank}"), looks like a group, has one word or is written without spaces stays whole.
 */
export function parseName(name: string): PersonName {
  const marked = markedGroup(name);
  if (marked !== undefined) return { kind: 'whole', name: marked };
  const plain = name.trim().replace(/\s+/gu, ' ').replace(BYLINE, '');
  const text = plain.replace(OUTLET, '').replace(TITLE, '') || plain;
  if (isGroupName(text)) return { kind: 'whole', name: text };
  const parts = text.split(/\s*,\s*/u).filter((part, index) => part !== '' && (index === 0 || !DEGREE.test(part)));
  const suffix = parts.slice(1).find((part) => SUFFIX.test(part));
  const [first = text, second] = parts.filter((part) => part !== suffix);
  if (second === undefined) return withSuffix(parseParts(withoutDegree(first)), suffix);
  return { kind: 'person', given: second, family: first, ...(suffix === undefined ? {} : { suffix }) };
}

/** The name of a group in braces, as BibTeX marks it; undefined for other names. */
function markedGroup(name: string): string | undefined {
  const inner = /^\s*\{+([^{}]+)\}+\s*$/u.exec(name)?.[1];
  return inner?.trim().replace(/\s+/gu, ' ') || undefined;
}

function withoutDegree(text: string): string {
  const words = text.split(' ');
  while (words.length > 2 && DEGREE.test(lastOf(words))) words.pop();
  return words.join(' ');
}

/** Parts "Given Family". */
function parseParts(text: string): PersonName {
  const words = text.split(' ');
  if (words.length > 2 && SUFFIX.test(lastOf(words)))
    return withSuffix(parseParts(words.slice(0, -1).join(' ')), words.at(-1));
  const named = words.filter((word) => !PARTICLE.test(word) && !CAPITAL_PARTICLE.test(word) && !JOINING.test(word));
  if (words.length < 2 || named.length > NAME_MAX_WORDS || ARTICLE_FIRST.test(text))
    return { kind: 'whole', name: text };
  const split = familyStart(words);
  if (split === 0) return { kind: 'whole', name: text };
  return { kind: 'person', given: words.slice(0, split).join(' '), family: words.slice(split).join(' ') };
}

function familyStart(words: readonly string[]): number {
  const isVietnamese = VIETNAMESE_FIRST.test(entryAt(words, 0));
  const particle = words.findIndex((word, index) => {
    if (index === 0 || index === words.length - 1) return false;
    return PARTICLE.test(word) || (CAPITAL_PARTICLE.test(word) && !(isVietnamese && word === 'Van'));
  });
  const joining = words.findIndex((word, index) => index > 0 && index < words.length - 1 && JOINING.test(word));
  const starts = [particle, joining === -1 ? -1 : joining - 1].filter((start) => start !== -1);
  return starts.length === 0 ? words.length - 1 : Math.min(...starts);
}

/** Writes a name in its natural order. */
export function fullName(name: PersonName): string {
  if (name.kind === 'whole') return name.name;
  return [name.given, name.family, ...(name.suffix === undefined ? [] : [name.suffix])].join(' ');
}

/** Returns what a name is sorted and short-cited by. */
export function familyName(name: PersonName): string {
  return name.kind === 'whole' ? name.name : name.family;
}

/** Writes given names as initials: "Mary-Ann J. K." is "M.-A. J. K.". */
export function initials(given: string): string {
  return given
    .split(/[\s.]+/u)
    .filter(Boolean)
    .map((word) =>
      word
        .split(/[-‐‑]/u)
        .filter(Boolean)
        .map((part) => `${entryAt(Array.from(part), 0)}.`)
        .join('-'),
    )
    .join(' ');
}

function withSuffix(name: PersonName, suffix: string | undefined): PersonName {
  if (suffix === undefined) return name;
  return name.kind === 'whole' ? { kind: 'whole', name: `${name.name}, ${suffix}` } : { ...name, suffix };
}

/** Whether a word or two are after a name's comma, and are no name: "PhD", "Jr.". */
export function isAfterName(text: string): boolean {
  return DEGREE.test(text) || SUFFIX.test(text);
}

/**
 * Whether a text reads like the name of a group: "Ministry of Health", "World Bank". Nobody's initials are before one.
 */
export function isGroupName(text: string): boolean {
  return GROUP.test(text) && !/^(?:\p{Lu}\.\s?)+\S+$/u.test(text);
}

/** Whether a text begins with a particle in small letters, as in "van Gogh, Vincent". */
export function startsWithParticle(text: string): boolean {
  return PARTICLE.test(beforeFirst(text, ' '));
}
