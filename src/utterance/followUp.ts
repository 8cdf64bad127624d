import { writtenNames } from '../language/words/writtenNames.ts';
import { stopWordsOf } from '../language/words/stopWords.ts';
import { using, use, type Earlier, type Fit, type Intent, type Use } from './intent.ts';
import type { Said } from './said.ts';

/** What refers to what was just shown. */
const THAT = '(?:that|this|it|he|she|they|those|these|the (?:attack|event|incident|thing))';
const WHEN = new RegExp(
  `^(?:and |but |so )?(?:when|what (?:year|day|date|month|time)|on (?:what|which) (?:date|day)|in (?:what|which) year)(?: exactly)?(?: (?:was|is|did|were|does|do|are|will) ${THAT}(?: (?:all |first )?(?:happen|be|take place|occur|start|begin|end|said|happening|announced|written))?)?$`,
  'u',
);
const WHERE = new RegExp(
  `^(?:and |but |so )?(?:where|in (?:what|which) (?:country|city|place))(?: exactly)?(?: (?:was|is|did|were|does|do|are) ${THAT}(?: (?:happen|be|take place|occur|going on|happening))?)?$`,
  'u',
);
const REASON =
  /^(?:and |but |so )?(?:why|why not|why so|why (?:was|is|did|were|are|does|do) (?:that|this|it|he|she|they)(?: not)?(?: (?:happen|so|the case|do (?:it|that|this)))?|how|how so|how come|how (?:was|is|did) (?:that|this|it)(?: (?:happen|possible|work|done))?|for what reason|what for|because)$/u;
const MORE_ABOUT =
  /^(?:and |but |so )?(?:meaning|what does (?:that|this|it) mean|what do you mean|meaning what|elaborate|explain(?: (?:that|this|it|more|further))?|details|more details|in what way|in what sense|can you (?:elaborate|explain)|more about (?:that|this|it)|what (?:about|of) (?:that|this|it)|and|so|so what|who|who (?:was|is|are|were|did|said) (?:that|this|it|he|she|they)|whom|which one|which ones|which|what)$/u;
const CONTEXT =
  /^(?:more context|the context|context|in context|(?:the )?(?:surrounding|nearby) (?:text|paragraphs?|sentences?)|before and after|what (?:comes|is|stands|was) (?:before|around) (?:that|this|it)|what is around it)$/u;
const PARAGRAPH =
  /^(?:(?:the )?(?:whole|full|entire|rest of the|complete) (?:paragraph|passage|quote|text|thing)|in full|all of it|the rest|paragraph|the paragraph)$/u;
const NEXT =
  /^(?:more|go on|continue|next|keep going|read on|carry on|and then|then|then what|what then|what next|what's next|what is next|what happened (?:next|then|afterwards?|after that|after this|later)|what (?:comes|came) (?:next|after(?: that| this| it)?)|next (?:paragraph|passage|sentence|one)|the next (?:paragraph|passage|sentence|one)|and after that|after that|and next|tell me more|more please|more of (?:this|that|it)|anything else|what else|else)$/u;
const PREVIOUS =
  /^(?:previous|back|go back|(?:the )?previous (?:paragraph|passage|sentence|one)|what happened before(?: that| this)?|what (?:comes|came) before(?: that| this| it)?|before that|and before(?: that)?|the (?:paragraph|sentence) before(?: that| it)?)$/u;
const SOURCE =
  /^(?:(?:the )?(?:source|sources|reference|citation|link|cite|url|proof|evidence)(?: (?:for|of|to) (?:that|this|it))?|where (?:is|was|does|did) (?:that|this|it)(?: (?:from|come from|stand|say (?:that|this|so)|said|written))|where does it say (?:that|this|so)|which (?:paragraph|article|section|source)(?: (?:is|was) (?:that|this|it)(?: (?:in|from))?)?|says who|who says(?: (?:so|that|this))?|how do you know(?: (?:that|this))?)$/u;
const SURE =
  /^(?:are you sure(?: about (?:that|this|it))?|really|is (?:that|this|it) (?:really |actually )?(?:true|right|correct|exact|verbatim|real|accurate|exactly what it says|what it says|a (?:real|direct|verbatim|exact) quote|word for word|the exact (?:wording|words|quote))|seriously|for real|sure|you sure|word for word|verbatim|exact words|the exact words)$/u;
const SHORTER =
  /^(?:(?:make it |can you make it )?(?:a bit |much |even )?(?:shorter|briefer)|shorten (?:it|that|this)|(?:too|that's too|that is too) long|in brief|in short|briefly|tl ?dr|tl;dr|(?:a |the )?(?:shorter|brief|short) (?:one|version|summary))$/u;
const LONGER =
  /^(?:(?:make it |can you make it )?(?:a bit |much |even )?longer|lengthen (?:it|that|this)|(?:too|that's too|that is too) short|in (?:more |full )?detail|(?:more|the) details?|details|(?:a |the )?(?:longer|long|full|fuller|whole) (?:one|version|summary)|(?:tell me )?more|more please|expand(?: (?:it|that|this|on (?:it|that|this)))?|elaborate)$/u;
/** What is only said of a passage that was shown. */
const OF_A_PASSAGE = [SURE, SOURCE, PARAGRAPH, CONTEXT, NEXT, PREVIOUS, WHEN, WHERE, REASON, MORE_ABOUT];
const ELLIPSIS =
  /^(?:and what about|and how about|and for|and then|and|or|but|so|what about|how about|what of|same for|same question for|the same for|now|also),? (\S.*)$/u;
const ELLIPSIS_MAX_CHARS = 150;
const PRONOUN =
  /(?:^| )(?:he|she|they|him|her|them|his|hers|their|theirs|it|its|this|that|these|those|there|then|the former|the latter|both)(?= |$|')/u;
const PREPOSITION = /^(in|at|on|from|to|for|by|with|near|during|since|after|before|under|against) (?=\S)/iu;
const QUESTION_WORD =
  /^(?:who|whom|what|when|where|why|how|which|whose|did|does|do|is|was|are|were|has|have|had|will|would|can|could|should)\b/u;
const QUESTION_MAX_CHARS = 900;
const NAMES_MAX = 3;
const CONTENT_MAX_WORDS = 12;
/** How likely an answer to a bare "why?" must be: less is about something else as often as not. */
const LIKELY = 0.35;
/** How likely one to a question of some words must be. */
const POSSIBLE = 0.1;

/**
 * Reads what only makes sense after the answer that it replies to: "why?", "when was that?", "and in Germany?", "go on",
 * "are you sure?". The answer's own words, its paragraph and the question that it answered are the context.
 */
export function readFollowUp({ phrase, surroundings: { earlier, repliesToBot = false } }: Said): Intent | undefined {
  const { folded, typed } = phrase;
  if (!earlier)
    return repliesToBot && OF_A_PASSAGE.some((pattern) => pattern.test(folded))
      ? { kind: 'talk', about: 'no-passage' }
      : undefined;
  const around = use('quote', { text: earlier.handle, scope: 'context' });
  const onward = use('quote', { text: earlier.onward });
  const length = SHORTER.test(folded) ? earlier.shorter : LONGER.test(folded) ? earlier.longer : undefined;
  if (length) return using(use('summary', length));
  const TABLE: readonly (readonly [RegExp, readonly [Use, ...Use[]]])[] = [
    [SURE, [use('verify', { quote: earlier.passage, reference: earlier.handle })]],
    [SOURCE, [use('cite', { reference: earlier.handle })]],
    [PARAGRAPH, [use('quote', { text: earlier.handle, scope: 'paragraph' })]],
    [CONTEXT, [around]],
    [NEXT, [earlier.next === undefined ? around : use('quote', { text: earlier.next })]],
    [PREVIOUS, [earlier.previous === undefined ? around : use('quote', { text: earlier.previous })]],
    [WHEN, saying('date', earlier)],
    [WHERE, saying('place', earlier)],
    [REASON, [asked('Why?', earlier, { least: LIKELY, isRead: true }), onward]],
    [MORE_ABOUT, [onward]],
  ];
  const fixed = TABLE.find(([pattern]) => pattern.test(folded))?.[1];
  if (fixed) return using(...fixed);
  const more = folded.length > ELLIPSIS_MAX_CHARS ? undefined : ELLIPSIS.exec(folded)?.[1];
  const bare = more === undefined ? typed : typed.slice(-more.length);
  if (more !== undefined && !QUESTION_WORD.test(more)) return elliptic(bare, earlier);
  const lower = bare.toLowerCase();
  const opened = lower.replace(PREPOSITION, '');
  if (opened !== lower && bare.length < 60 && !QUESTION_WORD.test(opened)) return elliptic(bare, earlier);
  if (!QUESTION_WORD.test(opened) || (opened === lower && !PRONOUN.test(lower))) return undefined;
  return referring(bare, earlier);
}

/** Asks what speaks of "she" or "it": the sentence that was shown answers it again only if nothing else is likely to. */
function referring(question: string, earlier: Earlier): Intent {
  const fit = { least: POSSIBLE };
  const whole = withSubject(question, earlier);
  return using(
    ...inSectionFirst({ question: whole, fit }, earlier),
    use('ask', askOptions(question, earlier), { least: LIKELY, again: 'only' }),
    use('ask', { question: whole.slice(0, QUESTION_MAX_CHARS), plain: true }, fit),
  );
}

/**
 * The date or the place of what was shown: of its own event, else from its own words or from what else is likely to say it.
 * Without one there is no answer, since dates and places nearby are those of something else.
 */
function saying(says: 'date' | 'place', earlier: Earlier): readonly [Use, ...Use[]] {
  const { passage, article } = earlier;
  return [
    use('event', { about: passage.slice(0, QUESTION_MAX_CHARS), article }, { says }),
    asked(says === 'date' ? 'When?' : 'Where?', earlier, { says, least: LIKELY, isRead: true, again: true }),
  ];
}

/** Puts a bare question word to the sentence that was shown, in its article. */
function asked(word: string, { passage, article }: Earlier, fit: Fit): Use {
  return use('ask', askOptions(`${word} ${passage}`, { article }), fit);
}

/**
 * Reads "and in Germany?": the earlier question with the new part, of which an answer must hold words; else what the
 * article says about the new part at all.
 */
function elliptic(part: string, earlier: Earlier): Intent {
  const content = contentOf(part);
  const question = completed(part, earlier);
  if (content.length === 0) return referring(question, earlier);
  const fit: Fit = { holds: content, least: POSSIBLE, again: true };
  return using(
    ...inSectionFirst({ question, fit }, earlier),
    use('quote', { text: content.join(' '), article: earlier.article }),
  );
}

/** Asks in the section of the answer, then in its article. */
function inSectionFirst(
  { question, fit }: { readonly question: string; readonly fit: Fit },
  { article, section }: Earlier,
): readonly [Use, ...Use[]] {
  const options = askOptions(question, { article });
  const inArticle = use('ask', options, fit);
  return section === undefined ? [inArticle] : [use('ask', { ...options, section }, fit), inArticle];
}

function askOptions(question: string, { article }: Pick<Earlier, 'article'>): Use['options'] {
  return { question: question.slice(0, QUESTION_MAX_CHARS), article, plain: true };
}

/**
 * Puts the new part into the earlier question: "and in Germany?" after "How many were arrested in France?" is "How many
 * were arrested in Germany?". If nothing in it gives way to the new part, that is added.
 */
function completed(part: string, { question, passage }: Earlier): string {
  if (question === undefined) return `${part} ${contentOf(passage).join(' ')}`;
  const asked = question.replace(/[\s?!.]+$/u, '');
  const preposition = PREPOSITION.exec(part)?.[1]?.toLowerCase();
  if (preposition !== undefined) {
    const at = asked.toLowerCase().lastIndexOf(` ${preposition} `);
    return at === -1 ? `${asked} ${part}?` : `${asked.slice(0, at)} ${part}?`;
  }
  // What a question begins with has a capital in any case.
  const last = writtenNames(asked).findLast(({ index }) => index > 0);
  if (last && /^(?:the )?\p{Lu}/u.test(part))
    return `${asked.slice(0, last.index)}${part}${asked.slice(last.index + last.name.length)}?`;
  return `${asked} ${part}?`;
}

/** Adds to a question that speaks of "she" or "it" what the earlier question was about, and the names of its answer. */
function withSubject(question: string, { passage, question: before = '' }: Earlier): string {
  const names = writtenNames(passage).map(({ name }) => name);
  const about = [...new Set([...contentOf(before), ...names.slice(0, NAMES_MAX)])];
  return about.length === 0 ? question : `${question} (${about.join(', ')})`;
}

/** The words of a text that are no function words, the first of them. */
function contentOf(text: string): readonly string[] {
  const stops = stopWordsOf('en');
  return text
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !stops.has(word.toLowerCase()))
    .slice(0, CONTENT_MAX_WORDS);
}
