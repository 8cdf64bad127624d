import { isReference } from '../../article/handle.ts';
import { using, use, type Intent } from '../intent.ts';
import { articleInQuestion } from '../namedArticle.ts';
import type { Said } from '../said.ts';

const WORD = '(?:quotes?|quotations?|passages?|sentences?|excerpts?|lines?|citations?|statements?|paragraphs?)';
const ADJECTIVES =
  '(?:an?|the|some|any|another|one|more|good|great|best|better|direct|short|long|strong|key|memorable|nice|famous|powerful|interesting|relevant|exact|me|us|few|important)';
const ABOUT =
  '(?:about|on|regarding|concerning|for|mentioning|that (?:mentions?|says?|talks? about|is about|are about|has|have|contains?)|which (?:mentions?|says?)|where|with(?: the words?)?|containing|of|by|from|to do with|related to|in which)';
const QUOTE = new RegExp(
  `^(?:(?:find|search(?: for)?|look(?: up| for)?|pick|choose|suggest|recommend|is there|are there|what is|what's|get|do you have|have you got|have you|give) )?(?:${ADJECTIVES} )*${WORD} ${ABOUT} (.+)$`,
  'u',
);
const VERB =
  /^(?:quote|quoting)(?: (?:the (?:sentence|passage|part|line|words?)(?: (?:about|where|with|on|that mentions?))?|me|what it says about|something about|something on|about))? (.+)$/u;
const FIND =
  /^(?:(?:find|search for|search|look up|look for|locate|mentions? of|occurrences? of|every mention of|all mentions of)(?: (?:me|all|every|the (?:word|words|term|phrase|name|sentence|passage)|(?:all |every )?(?:mentions?|occurrences?|instances?) of|the part (?:about|where|on)|something (?:about|on)|anything (?:about|on)|where it (?:says|mentions)|where (?:it|the article) (?:says|mentions|talks about)))?|where (?:does|do|did) (?:it|this|the (?:article|text|source|author)|they|he|she) (?:say|mention|talk about|speak of|discuss|write about|refer to)(?: (?:that|about))?|(?:does|do|did) (?:it|this|the (?:article|text|source|author)|any article|the articles|the sources) (?:mention|contain|include|name|refer to)|where (?:is|are)(?= .* mentioned$)) (.+?)(?: mentioned)?$/u;
const ALONE = new RegExp(
  `^(?:${ADJECTIVES} )*(?:quotes?|quotations?|best quotes?|key quotes?|random quotes?)(?: (?:from|in|of) (?:this|it|the article|here))?$`,
  'u',
);

/** Reads requests for a quotation: "quote about sanctions", "find the word lamp", "where does it mention Norway?" */
export function readQuoteRequest({ phrase, surroundings: { articles, earlier } }: Said): Intent | undefined {
  const { folded, typed } = phrase;
  // Which of its sentences are worth quoting: those that a summary takes.
  if (ALONE.test(folded))
    return using(earlier ? use('quote', { text: earlier.handle }) : use('summary', { length: 'brief' }));
  const asked = QUOTE.exec(folded) ?? VERB.exec(folded) ?? FIND.exec(folded);
  const wanted = asked?.slice(1).findLast((group) => group !== undefined);
  if (wanted === undefined) return undefined;
  const at = folded.lastIndexOf(wanted);
  const text = typed.slice(at, at + wanted.length).trim();
  if (isReference(text)) return using(use('quote', { text, article: earlier?.article }));
  const named = articleInQuestion(text, articles);
  const rest = named && named.rest !== text ? named.rest : text;
  return using(use('quote', { text: rest, article: named?.id ?? earlier?.article }));
}
