import { entryAt } from '../../../runtime/entryAt.ts';
import { firstWritten, setApart, type HeadReader } from './head.ts';

/** A notice in the Federal Register has its title above the agency's name. */
const AGENCY = /^AGENCY:\s/u;
const AGENCY_WITHIN = 40;
const REGISTER = /^\[Federal Register\b/iu;
/** How bills, acts and ordinances begin, and where they say what they are called. */
const ENACTED =
  /^(?:\d{0,2}\s*)?(?:an act\b|a bill\b|an ordinance\b|public law\b|be it (?:enacted|ordained)\b|h\.\s?r\.\s?\d|s\.\s?\d{2}|[a-z ]{0,40}\bresolved\b)/iu;
const CITED =
  /\b(?:Act|Ordinance|Law|Code|title|chapter|part)\s+(?:may|shall) be (?:cited|known|referred to)(?:\s+and (?:cited|referred to))?\s+as\s+(?:the\s+)?(?:["“”]|[`'‘’]{1,2})((?:[^"“”`'‘’.]|['’]s){4,150})/u;
const WITHIN = 60;

/** Reads what a law or a notice of the Federal Register is called, which stands further down than a title does. */
export const lawHead: HeadReader = (parts, source) => {
  const agency = parts.slice(0, AGENCY_WITHIN).findIndex(({ text }) => AGENCY.test(text));
  const at = firstWritten(parts);
  const title = parts[agency - 1];
  if (title !== undefined && at !== -1 && REGISTER.test(entryAt(parts, at).text)) {
    let until = at;
    while (/^(?:\[.*\]|From the Federal Register .*)$/su.test(parts[until]?.text ?? '')) until += 1;
    return {
      parts: setApart(parts, { from: at, until, source }),
      values: { title: title.text.replaceAll(/\s+/gu, ' ') },
    };
  }
  const head = parts.slice(0, WITHIN);
  if (!head.some(({ text }) => ENACTED.test(text))) return undefined;
  const words = head.map(({ text }) => text).join('\n');
  const called = CITED.exec(words.replaceAll(/[\r\n]+\s*(?:\d{1,2}\s)?/gu, ' '))?.[1];
  return called === undefined ? undefined : { parts, values: { title: called.replaceAll(/\s+/gu, ' ').trim() } };
};
