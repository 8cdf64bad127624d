import { fold } from './folding/fold.ts';

/** What kind of thing a question asks for. */
export type Asked = 'who' | 'when' | 'where' | 'quantity' | 'why' | 'how' | 'definition' | 'name' | 'other';

/** In order: the first that fits tells. Words of questions, not of any text. */
const PATTERNS: readonly (readonly [Asked, RegExp])[] = [
  [
    'why',
    /\b(?:why|what (?:is|was|were|are) the (?:reasons?|causes?|purposes?|motives?)|what (?:causes|caused)|for what (?:reason|purpose)s?|how come)\b/u,
  ],
  [
    'when',
    /\b(?:when|(?:what|which) (?:year|years|date|day|month|decade|century|time|season|era|period|hour)|how (?:long ago|recently|early|late))\b/u,
  ],
  [
    'quantity',
    /\b(?:how (?:many|much|long|far|old|tall|high|deep|large|big|fast|heavy|wide|often|frequently)|(?:what|which) (?:percentage|percent|number|proportion|fraction|amount|population|share|age|price|cost|distance|temperature|size|speed|score))\b/u,
  ],
  [
    'quantity',
    /\bwhat (?:is|was|were|are) the (?:\w+ )?(?:percentage|number|population|cost|price|length|height|size|total|amount|rate|area|capacity|budget|temperature|value)\b/u,
  ],
  [
    'where',
    /\b(?:where|(?:what|which) (?:city|cities|country|countries|state|states|region|regions|place|places|town|towns|location|locations|province|area|areas|continent|island|river|lake|district|county|village|street|nation|nations))\b/u,
  ],
  [
    'who',
    /\b(?:who|whom|whose|(?:what|which) (?:person|people|man|woman|king|queen|president|author|scientist|leader|leaders|actor|actress|singer|artist|general|emperor|pope|minister|director|writer|philosopher|player|players|scholar|ruler|mayor|group|groups|company|companies|organization|organizations|team|teams|party))\b/u,
  ],
  [
    'definition',
    /^(?:what|who) (?:is|are|was|were) (?:an? |the )?[\w' -]{1,40}\?*$|\bwhat (?:does|do|did) .* (?:mean|stand for)\b|\bdefin(?:e|ition)\b|\bwhat is meant\b/u,
  ],
  [
    'name',
    /\b(?:what|which) (?:is|was|were|are) the (?:\w+ )?(?:names?|titles?|terms?)\b|\b(?:called|named|known as)\b/u,
  ],
  ['how', /\bhow\b/u],
];

/** Tells what an English question asks for; `other` for keywords and other languages. */
export function askedFor(question: string): Asked {
  const folded = fold(question).trim();
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}
