import type { Level, NumberedList } from './numberingDefinitions.ts';
import { writtenNumber } from './writtenNumber.ts';

/** Counts the paragraphs of lists in the order of the document, and gives each its mark: "(a) ", "1.1 ". */
export type ListCounter = (list: NumberedList, level: number) => ListMark;

/** The mark of a paragraph, empty where Word shows none; `unread` where it shows one that cannot be written here. */
type ListMark = { readonly kind: 'mark'; readonly text: string } | { readonly kind: 'unread' };

const NO_MARK: ListMark = { kind: 'mark', text: '' };

/**
 * Starts to count. Lists that are defined by the same pattern go on counting together, but for what one overrides; a level
 * begins again below one that is higher, unless its pattern says otherwise.
 */
export function createListCounter(): ListCounter {
  const counts = new Map<string, Map<number, number>>();
  const overridden = new Map<NumberedList, Set<number>>();

  return (list, level) => {
    const own = counts.get(list.key) ?? new Map<number, number>();
    counts.set(list.key, own);
    const definition = list.levels.get(level);
    if (definition === undefined) return NO_MARK;
    const used = overridden.get(list) ?? new Set<number>();
    overridden.set(list, used);
    const override = used.has(level) ? undefined : list.starts.get(level);
    used.add(level);
    const last = own.get(level);
    own.set(level, override ?? (last === undefined ? definition.start : last + 1));
    for (const deeper of own.keys()) {
      if (deeper > level && beginsAgain(list.levels.get(deeper), level)) own.delete(deeper);
    }
    return markOf(list, definition, own);
  };
}

function beginsAgain(deeper: Level | undefined, above: number): boolean {
  return deeper?.restart === undefined || above < deeper.restart;
}

function markOf(
  { levels }: NumberedList,
  { format, pattern, isLegal, isUnseen, suffix }: Level,
  counts: ReadonlyMap<number, number>,
): ListMark {
  if (format === 'bullet' || isUnseen) return NO_MARK;
  let isUnread = false;
  const text = pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = levels.get(Number(digit) - 1);
    const value = counts.get(Number(digit) - 1) ?? at?.start ?? 0;
    const written = writtenNumber(value, isLegal && at?.format !== 'none' ? 'decimal' : (at?.format ?? 'decimal'));
    isUnread ||= written === undefined;
    return written ?? '';
  });
  if (isUnread) return { kind: 'unread' };
  if (text.trim() === '') return NO_MARK;
  return { kind: 'mark', text: suffix === 'space' ? `${text.trim()} ` : text };
}
