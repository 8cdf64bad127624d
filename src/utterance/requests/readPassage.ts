import { isReference, parseHandle, parseHandleList } from '../../article/handle.ts';
import { parseReferences } from '../../article/references/parseReferences.ts';
import { using, use, type Intent } from '../intent.ts';
import { namedArticle } from '../namedArticle.ts';
import { numbersInFigures } from '../numbersInWords.ts';
import type { Said } from '../said.ts';

const LINK = /https?:\/\/\S+\/read\/\S+/u;
const HANDLE = /(?<![\p{L}\p{N}/-])[a-z0-9]+(?:-[a-z0-9]+)*\/(?:¶|Fig|§|standfirst|title)[^\s,;!?)]*/u;
/** Words around a reference that ask for what it names. */
const BEFORE =
  /^(?:(?:what(?:'s| is| does| do| are)|read|open|go to|goto|jump to|take me to|pull up|quote|look at|text of|the text of|content of|contents of|the contents? of|whole|the whole|full|the full|entire|the entire|all of|say|at|in|on|of|under|written|see|passage|the passage|the)(?: |$))+/u;
const AFTER =
  /(?: (?:say|says|reads?|about|means?|in full|verbatim|word for word|exactly|states?|contains?|again|it))+$/u;
const OF = / (?:of|in|from) (.+)$/u;
/** An article, then a reference that cannot be anything else: "lighthouse ¶4", "bees 2.1". */
const NAME_FIRST = /^(.{2,80}?)[,:]? ((?:¶|§|fig(?:ure)?\.? ?\d|para(?:graph)?s? ?\d|\d{1,4}\.\d).{0,30})$/u;
const CONTEXT =
  /(?:^| )(?:in context|with context|and (?:what is )?around it|with (?:its|the) neighbou?rs|context of|before and after|around)(?: |$)/u;
const WHOLE = /(?:^| )(?:(?:the )?(?:whole|full|entire) paragraph(?: of)?|all of paragraph)(?: |$)/u;

/** Reads a reference, a handle or a link to the reader, alone or with words that ask for it: "what does ¶12 say?" */
export function readPassage({ phrase, words, surroundings: { articles, earlier } }: Said): Intent | undefined {
  const link = LINK.exec(words)?.[0].replace(/[.,;:!?)]+$/u, '');
  if (link !== undefined && parseHandle(link)) return using(use('quote', { text: link }));
  const handle = HANDLE.exec(words)?.[0].replace(/[.:]+$/u, '');
  if (handle !== undefined && parseHandleList(handle) && isAsking(words.replace(handle, ' ')))
    return using(use('quote', { text: handle }));
  const scope = CONTEXT.test(phrase.folded) ? 'context' : WHOLE.test(phrase.folded) ? 'paragraph' : undefined;
  const core = numbersInFigures(phrase.folded.replace(CONTEXT, ' ').replace(WHOLE, ' ').trim())
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .trim();
  const direct = referenceIn(core, phrase.folded);
  if (direct)
    return using(
      use(direct.command, {
        [direct.option]: direct.text,
        article: earlier?.article,
        ...scopeOf(direct.command, scope),
      }),
    );
  const [, before, after] = NAME_FIRST.exec(core) ?? [];
  const [whole, last = ''] = OF.exec(core) ?? [];
  const name = before ?? last;
  const part = after ?? (whole === undefined ? undefined : core.slice(0, core.length - whole.length));
  const of = part === undefined ? undefined : referenceIn(part, phrase.folded);
  const named = of && namedArticle(name, articles);
  if (!of || named?.kind === 'all' || !named) return undefined;
  const article = named.kind === 'article' ? named.id : earlier?.article;
  return using(use(of.command, { [of.option]: of.text, article, ...scopeOf(of.command, scope) }));
}

interface Direct {
  readonly command: 'quote' | 'cite' | 'section';
  readonly option: string;
  readonly text: string;
}

/** A reference as a use of a command. Sections are read; lists and places such as "last paragraph" are cited. */
function referenceIn(core: string, folded: string): Direct | undefined {
  const section = /^(?:section|chapter|sect\.?|ch\.?) (\d{1,3})$/u.exec(core)?.[1];
  if (section !== undefined) return { command: 'section', option: 'name', text: section };
  if (
    /^(?:the )?(?:title|headline|standfirst|subtitle|lead|abstract)$/u.test(core) &&
    core !== 'lead' &&
    core !== 'abstract'
  )
    return {
      command: 'quote',
      option: 'text',
      text: /title|headline/u.test(core) && core !== 'subtitle' ? 'title' : 'standfirst',
    };
  if (isReference(core)) return { command: 'quote', option: 'text', text: core };
  const isPlace =
    /\b(?:paragraphs?|paras?|sentences?|figures?|fig)\b|[¶§]/u.test(core) && /\b(?:last|first|\d+)\b/u.test(core);
  return isPlace && parseReferences(core) && folded.length < 100
    ? { command: 'cite', option: 'reference', text: core }
    : undefined;
}

function scopeOf(command: string, scope: string | undefined): Readonly<Record<string, string>> {
  return command === 'quote' && scope !== undefined ? { scope } : {};
}

/** Whether nothing but words that ask for a passage is around its handle. */
function isAsking(rest: string): boolean {
  const text = rest
    .toLowerCase()
    .replaceAll(/[^\p{L} ]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return text.split(' ').length <= 8 && !/\b(?:apa|bibtex|chicago|ris|csl|cite|citation|verify|check)\b/u.test(text);
}
