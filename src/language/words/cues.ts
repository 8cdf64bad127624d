import { NUMBER_WORDS } from './numberWords.ts';

/** Signs in a sentence of what kind of thing it tells, each a bit. */
export const CUES = {
  date: 1,
  quantity: 2,
  reason: 4,
  manner: 8,
  definition: 16,
  leansBack: 128,
  quotes: 256,
  naming: 512,
} as const;

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const PATTERNS: Readonly<Record<keyof typeof CUES, RegExp>> = {
  date: new RegExp(
    String.raw`\b(?:1\d|20)\d\d(?:s|\b)|\b(?:${MONTHS})\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:centur(?:y|ies)|decades?|years? (?:ago|later|earlier)|yesterday|today|tomorrow|last (?:week|month|year)|spring|summer|autumn|winter)\b`,
    'u',
  ),
  quantity: new RegExp(String.raw`\d|[%$€£]|\b(?:${[...NUMBER_WORDS].join('|')}|percent|one|once|twice)\b`, 'iu'),
  reason:
    /\b(?:because|due to|since|so that|in order to|as a result|result(?:s|ed|ing)? (?:of|from|in)|caus(?:e|es|ed|ing)|owing to|thanks to|therefore|thus|reasons?|led to|leads? to|to (?:avoid|prevent|make|allow|protect|ensure|help|reduce|increase)|for fear)\b/iu,
  manner: /\b(?:by \w+ing|through|using|via|by means of|with the help|method|process|technique|steps?)\b/iu,
  definition:
    /\b(?:is|are|was|were) (?:an?|the|one of)\b|\b(?:refers? to|is defined|defined as|known as|called|means?|consists? of|stands? for)\b|^[^,]{3,50}, (?:an?|the) /iu,
  leansBack:
    /^(?:["'“‘(]\s*)?(?:he|she|it|they|this|these|those|that|such|his|her|its|their|here|there|both|another|the (?:latter|former)|however|also|in addition|moreover|furthermore|then|thus|therefore|instead|as a result)\b/iu,
  quotes: /["“”]/u,
  naming: /\b(?:called|named|known as|titled|entitled|dubbed|nicknamed|referred to as|termed)\b|["“”]/iu,
};
const ORDERED = Object.entries(PATTERNS).map(([cue, pattern]) => [CUES[cue as keyof typeof CUES], pattern] as const);

/** Returns the cues that an English sentence holds, as a sum of `CUES`. */
export function cuesOf(sentence: string): number {
  let cues = 0;
  for (const [bit, pattern] of ORDERED) if (pattern.test(sentence)) cues += bit;
  return cues;
}
