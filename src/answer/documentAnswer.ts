import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfBlock } from '../article/passage.ts';
import { sectionsOf } from '../article/sections.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import type { DocumentAsked } from '../language/documentQuestion.ts';
import { entryAt } from '../runtime/entryAt.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Answer } from './answer.ts';
import { excerptsOf } from './ask.ts';
import type { Library, Scope } from './library.ts';
import { nothing } from './nothing/nothing.ts';
import { sources } from './sources.ts';
import { prepareSummary, summary } from './summary/summary.ts';

/** Paragraphs of a last section that are shown as what it concludes; of a longer one its last. */
const CONCLUSION_MAX_PARAGRAPHS = 3;
/** Articles of which one sentence each is shown, where a question is about all of them. */
const MAX_ARTICLES = 10;

/** Answers a question about documents as a whole: by a brief summary, what is known of them, or their last section. */
export function* documentAnswer(asked: DocumentAsked, library: Library, scope: Scope): Steps<Answer> {
  const articles = scope.article ? [scope.article] : [...library.articles.values()];
  if (articles.length === 0) return nothing('no-articles', { library });
  if (asked === 'author' || asked === 'published') {
    const none = { refused: () => undefined, broken: () => [] };
    return { ...sources(articles, none), asked };
  }
  const found: Excerpt[] = [];
  for (const article of articles.slice(0, MAX_ARTICLES)) {
    if (asked === 'conclusion') found.push(...conclusionOf(article));
    else {
      yield* prepareSummary(article, { length: 'brief' });
      found.push(...summary(article, { length: 'brief' }).slice(0, articles.length === 1 ? undefined : 1));
    }
    yield;
  }
  if (found.length === 0) return nothing('no-summary', { library, scope }, { cause: { sentences: 0 } });
  const answer = excerptsOf(found);
  if (articles.length === 1) return { ...answer, document: asked };
  const shown = new Set(answer.excerpts.map(({ article }) => article)).size;
  return { ...answer, document: asked, ofArticles: { shown, all: articles.length } };
}

/** The paragraphs of an article's last section, or, of an article without sections or with a long last one, its last. */
function conclusionOf(article: Article): readonly Excerpt[] {
  const isRunning = (index: number): boolean => {
    const block = entryAt(article.blocks, index);
    return isTextBlock(block) && block.kind === 'paragraph' && (block.role === undefined || block.role === 'item');
  };
  const running = [...article.blocks.keys()].filter(isRunning);
  const last = running.at(-1);
  if (last === undefined) return [];
  const section = sectionsOf(article).find(
    ({ heading, blocks: [from, to] }) => heading !== null && from <= last && last < to,
  );
  const own = running.filter((index) => section && section.blocks[0] <= index && index < section.blocks[1]);
  const shown = own.length > 0 && own.length <= CONCLUSION_MAX_PARAGRAPHS ? own : [last];
  return shown.map((index) => excerptOf(article, passageOfBlock(article, index)));
}
