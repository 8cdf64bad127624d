import type { Part } from '../part.ts';
import { firstWritten, type HeadReader } from './head.ts';

/** How filings with EDGAR begin, and what each of their documents begins with. */
const BEGIN = /^(?:-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:SEC-DOCUMENT|IMS-DOCUMENT|SEC-HEADER|DOCUMENT|TYPE)>)/u;
const TEXT = /^<TEXT>$/mu;
const TAG = /^<\/?[A-Z][A-Z-]{0,30}>(?:\S{0,80})?$/u;
const TABLE_START = /^<TABLE>/iu;
const TABLE_END = /<\/TABLE>$/iu;
const HEAD_MAX_PARTS = 150;
const COVER_MAX_PARTS = 60;
const FORM = /^(?:FORM|SCHEDULE)\s+(?:\d{1,2}-[A-Z]{1,4}\d?(?:\/A)?|S-\d{1,2}|\d{2}[A-Z](?:\/A)?)$/iu;
/** Who files is above what says so. */
const REGISTRANT = /\(exact name of (?:the )?registrant/iu;

/**
 * Reads the head of what companies file: the lines that EDGAR puts above it, or its cover. The form and who files it are
 * the title, since these documents have none of their own.
 */
export const filingHead: HeadReader = (parts) => {
  const first = parts[firstWritten(parts)];
  if (first !== undefined && BEGIN.test(first.text)) return edgarHead(parts);
  const cover = parts.slice(0, COVER_MAX_PARTS);
  const form = cover.find(({ text }) => FORM.test(text));
  const named = cover.findIndex(({ text }) => REGISTRANT.test(text));
  const registrant = named === -1 ? undefined : nameAbove(cover, named);
  return form === undefined || registrant === undefined ? undefined : { parts, values: titled(form.text, registrant) };
};

function edgarHead(parts: readonly Part[]): ReturnType<HeadReader> {
  const until = parts.slice(0, HEAD_MAX_PARTS).findIndex(({ text }) => TEXT.test(text)) + 1;
  const values = keyedValues(parts.slice(0, until));
  const company = values.get('COMPANY CONFORMED NAME');
  const form = values.get('CONFORMED SUBMISSION TYPE') ?? values.get('<TYPE>');
  let isInTable = false;
  const read = parts.map((part, index): Part => {
    if (index < until) return { ...part, shape: 'furniture' };
    if (TABLE_START.test(part.text)) isInTable = true;
    const isTag = part.text
      .split(/[\r\n]+/u)
      .every((line) => TAG.test(line.trim()) || /^(?:<[A-Z]>\s*)+$/u.test(line.trim()));
    const isRow = isInTable && !isTag && part.shape !== 'ruler';
    if (TABLE_END.test(part.text)) isInTable = false;
    return isTag ? { ...part, shape: 'furniture' } : isRow ? { ...part, shape: 'row' } : part;
  });
  const date = values.get('FILED AS OF DATE');
  return {
    parts: read,
    values: {
      ...(form === undefined || company === undefined ? {} : titled(form, company)),
      ...(date === undefined ? {} : { date }),
    },
  };
}

/** The first value of each key: "FORM TYPE:  10-K", "<TYPE>10-K". */
function keyedValues(parts: readonly Part[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of parts.flatMap(({ text }) => text.split(/[\r\n]+/u))) {
    const [, key, tag, value] = /^\s*(?:([A-Z][A-Z ]{1,40}):|(<[A-Z]{1,20}>))\s*(\S.{0,100})$/u.exec(line) ?? [];
    const name = key ?? tag;
    if (name !== undefined && value !== undefined && !values.has(name)) values.set(name, value.trim());
  }
  return values;
}

function titled(form: string, company: string): Readonly<Record<string, unknown>> {
  const name = company.replaceAll(/\s+/gu, ' ').trim();
  return { title: `${name}: ${form.replaceAll(/\s+/gu, ' ')}` };
}

/** The name above "(Exact name of registrant …)", which may be in the same part. */
function nameAbove(parts: readonly Part[], at: number): string | undefined {
  const own = (parts[at]?.text ?? '').split(REGISTRANT)[0]?.trim() ?? '';
  const name = own === '' ? parts[at - 1]?.text : own;
  return name !== undefined && /\p{L}{2}/u.test(name) && name.length <= 120 ? name : undefined;
}
