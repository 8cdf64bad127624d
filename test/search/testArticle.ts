import { articleIdSchema, type Article, type Block, type Edition } from '../../src/article/article.ts';
import type { Span } from '../../src/language/span.ts';

/** Makes an article of lines: `# heading`, `! caption`, and paragraphs whose sentences stand between ` | `. */
export function testArticle(id: string, lines: readonly string[], language = 'en'): Article {
  const title = `Title of ${id}`;
  let source = `${title}\n`;
  const blocks: Block[] = [{ kind: 'title', span: [0, title.length] }];
  const counts = { paragraph: 0, caption: 0 };
  for (const line of lines) {
    const start = source.length;
    const text = line.replace(/^[#!] /u, '');
    const span: Span = [start, start + text.length];
    if (line.startsWith('# ')) blocks.push({ kind: 'heading', level: 2, span });
    else {
      const kind = line.startsWith('! ') ? 'caption' : 'paragraph';
      counts[kind] += 1;
      blocks.push({ kind, number: counts[kind], span, sentences: sentencesOf(text, start) });
    }
    source += `${text}\n`;
  }
  const edition = '0'.repeat(64) as Edition;
  return { id: articleIdSchema.parse(id), title, language, original: 'original.txt', edition, blocks, source };
}

function sentencesOf(text: string, start: number): Span[] {
  let at = start;
  return text.split(' | ').map((sentence): Span => {
    const span: Span = [at, at + sentence.length];
    at = span[1] + ' | '.length;
    return span;
  });
}
