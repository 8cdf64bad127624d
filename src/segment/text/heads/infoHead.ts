import type { Part } from '../part.ts';
import { isRuler } from '../../chunks.ts';
import { firstWritten, type HeadReader } from './head.ts';

/** What makeinfo puts at the head of a manual and of each of its nodes. */
const MADE = /^This is \S+, produced by (?:\S*makeinfo|texi2any)\b/u;
const NODE = /^File: \S+,\s+Node: /u;
const ENTRY =
  /^(?:INFO-DIR-SECTION|START-INFO-DIR-ENTRY|END-INFO-DIR-ENTRY|Tag Table:|End Tag Table|Local Variables:|coding: |Indirect:|Node: .*\u007F\d|Ref: .*\u007F\d)/u;
const MENU = /^\* Menu:$/u;
const MENU_ITEM = /^\* [^\r\n:]{1,80}::?/u;
const TITLE_WITHIN = 40;

/**
 * Reads a manual as the program info shows it: the lines above each node and its menus are furniture, the first heading
 * that is underlined is its title.
 */
export const infoHead: HeadReader = (parts) => {
  const at = firstWritten(parts);
  const node = parts.findIndex(({ text }) => NODE.test(text));
  if (node === -1 || !(MADE.test(parts[at]?.text ?? '') || node === at)) return undefined;
  const title = parts.find(
    ({ text }, index) => index > node && index < node + TITLE_WITHIN && isUnderlined(parts[index + 1], text),
  );
  let isInMenu = false;
  let isInEntry = false;
  const read = parts.map((part): Part => {
    if (part.text.startsWith('START-INFO-DIR-ENTRY')) isInEntry = true;
    isInMenu = MENU.test(part.text) || (isInMenu && (MENU_ITEM.test(part.text) || part.gap === 0));
    const isMachinery = MADE.test(part.text) || NODE.test(part.text) || ENTRY.test(part.text) || isInEntry || isInMenu;
    if (part.text.endsWith('END-INFO-DIR-ENTRY')) isInEntry = false;
    return isMachinery ? { ...part, shape: 'furniture' } : part;
  });
  return { parts: read, values: title === undefined ? {} : { title: title.text.replaceAll(/\s+/gu, ' ') } };
};

function isUnderlined(below: Part | undefined, text: string): boolean {
  return below?.gap === 0 && isRuler(below.text) && Math.abs(below.text.length - text.length) <= 2;
}
