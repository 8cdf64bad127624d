import type { Fragment } from '../../../segment/fragment.ts';
import { headingDepth, isHeadingLike } from '../../../segment/shape.ts';

/** A line in bold with a colon at its end, and nothing behind it. */
const LABEL = /^[^:.?!]{2,80}:$/u;
const MAX_WORDS = 9;
/** One bold line with a colon leads in what is below; several part a document into sections. */
const MIN_LABELS = 3;
/** The value of a field is shorter. */
const VALUE_MAX_CHARS = 40;

/** A question in one sentence. */
const QUESTION = /^["“]?\p{Lu}[^.?!]{8,140}\?$/u;
const MIN_QUESTIONS = 4;
/** Share of the blocks of a list of questions and answers that are questions, and how many of the questions have their answer below. */
const QUESTION_SHARE = 0.12;
const ANSWERED_SHARE = 0.8;

/** Makes headings of the questions of a document that is a list of questions and answers, where nothing sets them apart. */
export function withQuestionHeadings(fragments: readonly Fragment[]): readonly Fragment[] {
  const isQuestion = (fragment: Fragment | undefined): boolean =>
    fragment?.kind === 'paragraph' && fragment.role === undefined && QUESTION.test(fragment.text);
  const questions = fragments.filter(isQuestion);
  const answered = fragments.filter(
    (fragment, at) => isQuestion(fragment) && fragments[at + 1]?.kind === 'paragraph' && !isQuestion(fragments[at + 1]),
  );
  const isList =
    questions.length >= MIN_QUESTIONS &&
    questions.length >= fragments.length * QUESTION_SHARE &&
    answered.length >= questions.length * ANSWERED_SHARE;
  if (!isList) return fragments;
  const asked = new Set(answered);
  return withHeadings(fragments, (fragment) => (asked.has(fragment) ? 1 : undefined));
}

/** Items in bold with a number that are above text, as Word's authors number their headings. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[IVXLC]{1,6}[.)]|[A-Z][.)])\s/u;
const MIN_NUMBERED = 2;

/**
 * Makes headings of the numbered items in bold that are above text of their own, where a document has several: "1.0 Scope".
 */
export function withNumberedHeadings(fragments: readonly Fragment[]): readonly Fragment[] {
  const isNumbered = (fragment: Fragment | undefined): boolean =>
    fragment?.kind === 'paragraph' &&
    fragment.role === 'item' &&
    fragment.emphasised === 'strong' &&
    NUMBERED.test(fragment.text) &&
    isHeadingLike(fragment.text);
  const named = fragments.filter((fragment, at) => isNumbered(fragment) && isAboveMore(fragments[at + 1]));
  if (named.length < MIN_NUMBERED) return fragments;
  return withHeadings(fragments, (fragment) =>
    isNumbered(fragment) ? (headingDepth(fragment.text.replace(/^(\d{1,2})\.0\s/u, '$1 ')) ?? 1) : undefined,
  );
}

function isAboveMore(below: Fragment | undefined): boolean {
  return below !== undefined && (below.kind !== 'paragraph' || below.emphasised !== 'strong' || below.role !== 'item');
}

/**
 * Makes headings of the lines in bold that end with a colon, "Job summary:", each above text of its own, where a document
 * has several. They are of the rank below the heading above them.
 */
export function withLabelHeadings(fragments: readonly Fragment[]): readonly Fragment[] {
  const labels = new Set(
    fragments.filter((fragment, at) => isSectionLabel(fragment) && isAboveText(fragments.slice(at + 1, at + 3))),
  );
  if (labels.size < MIN_LABELS) return fragments;
  return withHeadings(fragments, (fragment) => (labels.has(fragment) ? 1 : undefined));
}

/** Makes headings of the fragments of which `depthOf` says how far below the marked heading above them they are. */
function withHeadings(
  fragments: readonly Fragment[],
  depthOf: (fragment: Fragment) => number | undefined,
): readonly Fragment[] {
  let level = 1;
  return fragments.map((fragment) => {
    if (fragment.kind === 'heading' && fragment.emphasised === undefined) level = fragment.level ?? level;
    const depth = depthOf(fragment);
    return depth === undefined
      ? fragment
      : { kind: 'heading', level: Math.min(6, level + depth), emphasised: 'strong', text: fragment.text };
  });
}

function isSectionLabel({ kind, role, emphasised, text }: Fragment): boolean {
  return (
    kind === 'paragraph' &&
    role === undefined &&
    emphasised === 'strong' &&
    LABEL.test(text) &&
    text.split(/\s+/u).length <= MAX_WORDS &&
    !/^\p{Ll}/u.test(text)
  );
}

/** Whether a list, a table or text is below, and not the value of a field or the next label. */
function isAboveText([below, next]: readonly Fragment[]): boolean {
  if (below === undefined || below.kind === 'heading' || below.emphasised === 'strong') return false;
  return (
    below.role !== undefined ||
    below.text.length >= VALUE_MAX_CHARS ||
    (next !== undefined && !isSectionLabel(next) && next.kind !== 'heading')
  );
}
