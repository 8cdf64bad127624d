import { fold } from './folding/fold.ts';

/** What a question wants to know of the document itself, rather than of anything that it tells. */
export type DocumentAsked = 'about' | 'author' | 'published' | 'conclusion';

const KIND =
  '(?:(?:opinion|news|press|blog|magazine|research|journal|short|long|whole|entire|full) )?(?:article|piece|story|text|report|document|release|posts?|page|paper|essay|column|interview|editorial|feature|review|speech|memo|briefing|book|chapter|transcript|letter|statement|study|file|source|author|writer)s?';
const DOCUMENT = `(?:(?:this|that|the|these|those|your) ${KIND}|this|it|these|all (?:of )?(?:this|it))`;
const OF_IT = `(?: (?:of|in|from|to|for) ${DOCUMENT})?`;
/** Not "it", which may be anything that was spoken of. */
const THIS = `(?:(?:this|that|the) ${KIND}|this)`;
const PLEASE = '(?:(?:so|and|ok|okay|hey|hi|please|can you|could you|would you|tell me|show me|give me|explain) )*';

const PATTERNS: readonly (readonly [DocumentAsked, readonly string[]])[] = [
  [
    'about',
    [
      `what(?:'s| is| was| are|s)? ${DOCUMENT} (?:all |mainly |mostly |actually |really )?about(?: in (?:short|brief|a nutshell))?`,
      `what ${DOCUMENT} (?:is|are) (?:all )?about`,
      `what(?:'s| is| are) ${DOCUMENT} (?:arguing|claiming|saying|trying to say|telling us|getting at)`,
      `what(?: does| do|'s) ${DOCUMENT} (?:say|argue|claim|cover|report|discuss|describe|deal with|talk about|focus on|tell us|mean to say)`,
      `what(?:'s| is| are|s) the (?:(?:main|key|central|most important|chief|core|overall|big|basic) )?(?:points?|ideas?|messages?|arguments?|takeaways?|take-aways?|theses|thesis|themes?|topics?|subjects?|findings?|gist|upshot|story)${OF_IT}(?: about)?`,
      `(?:the |a |an )?(?:(?:main|key|short|brief|quick|central|most important) )?(?:summary|summari[sz]e|sum up|overview|gist|takeaways?|take-aways?|points|ideas|findings|tl;?dr)(?: ${DOCUMENT})?${OF_IT}`,
      `what happen(?:s|ed) in ${DOCUMENT}`,
      `what(?:'s| is| was)? in ${DOCUMENT}`,
      `what (?:do|should) (?:i|we) (?:need to )?know(?: (?:about|from) ${DOCUMENT})?`,
    ],
  ],
  [
    'author',
    [
      `who(?:'s| is| was| are|s)? (?:the )?(?:author|writer|reporter|journalist|byline)s?${OF_IT}`,
      `who (?:wrote|authored|penned|published|reported|made|posted) ${DOCUMENT}`,
      `(?:who|whom) (?:is|was) ${DOCUMENT} (?:written|by|authored|published|posted|reported)(?: by)?`,
      `by whom (?:is|was) ${DOCUMENT}(?: written| published)?`,
      `where (?:is|was) ${THIS} (?:from|published)`,
      `where (?:does|did) ${THIS} come from`,
    ],
  ],
  [
    'published',
    [
      `when (?:is|was|were|did) ${THIS} (?:published|written|posted|released|from|dated|come out|appear|updated)`,
      'when (?:is|was|were) (?:it|these|those) (?:first )?(?:published|written|posted)',
      `how (?:old|recent|new|current|up to date) (?:is|are) ${THIS}`,
      `(?:what|which) (?:date|day|year) (?:is|was) ${THIS}(?: from| published| written| posted)?`,
      `what(?:'s| is) the (?:publication |publishing )?date${OF_IT}`,
      `(?:date of publication|publication date)${OF_IT}`,
    ],
  ],
  [
    'conclusion',
    [
      `what(?: does| do| did|'s| is) ${DOCUMENT} conclu(?:de|ding|sion)`,
      `what(?:'s| is| are|s) the (?:main |final |overall )?(?:conclusions?|ending|bottom line|last word)${OF_IT}`,
      `how (?:does|do|did) ${DOCUMENT} (?:end|conclude|finish|close)`,
      `(?:the )?conclusions?${OF_IT}`,
    ],
  ],
];

const COMPILED = PATTERNS.flatMap(([asked, patterns]) =>
  patterns.map((pattern) => [asked, new RegExp(`^${PLEASE}${pattern}(?: please| again)?$`, 'u')] as const),
);

/** Longer questions are about something in particular. */
const MAX_CHARS = 120;

/**
 * What an English question asks about the document as a whole; undefined if it asks about anything in it. The whole question
 * must be of such words: "What is this about?" is, "What is this ship about?" is not.
 */
export function documentAsked(question: string): DocumentAsked | undefined {
  if (question.length > MAX_CHARS) return undefined;
  const folded = fold(question)
    .replaceAll(/[^\p{L}\p{N}';]+/gu, ' ')
    .trim();
  return COMPILED.find(([, pattern]) => pattern.test(folded))?.[0];
}
