import { isBodyBlock, isTextBlock, type Article } from '../article/article.ts';
import { sectionsOf } from '../article/sections.ts';
import { primaryLanguage } from '../language/words/stem.ts';
import { writtenNames } from '../language/words/writtenNames.ts';
import { questionAbout, questionInHeading } from '../reply/words/commands/questionWords.ts';
import type { CommandContext } from './command.ts';

/** So many questions are tried. */
const QUESTIONS_MAX = 5;
const NAMES_MAX = 3;
const NAME_MIN_WORDS = 2;
/** "Central Asian" says what something is like, and is nobody's name. */
const ADJECTIVE = /(?:ian|ish|ese)$/u;

/** Finds a question that is answered from an article; undefined if none of the first that are tried is. */
export async function answeredQuestion(article: Article, context: CommandContext): Promise<string | undefined> {
  const ask = context.commands.get('ask');
  if (!(context.isReady?.('search') ?? true)) return undefined;
  for (const question of questionsOf(article)) {
    const answer = await ask?.run({ question, article: article.id }, context);
    if (answer?.kind === 'excerpts' && !('document' in answer)) return question;
  }
  return undefined;
}

/** What headings ask, then what is said about the names that the text has most often, then about the headings. */
function questionsOf(article: Article): readonly string[] {
  const headings = headingsOf(article);
  const asked = headings.flatMap((heading) => questionInHeading(heading) ?? []);
  const names = primaryLanguage(article.language) === 'en' ? frequentNames(article) : [];
  return [...new Set([...asked.slice(0, 2), ...names.map(questionAbout), ...headings.map(questionAbout)])].slice(
    0,
    QUESTIONS_MAX,
  );
}

/** The headings of an article, each on one line, without what would end inline code. */
export function headingsOf(article: Article): readonly string[] {
  return sectionsOf(article).flatMap(({ heading }) => (heading === null ? [] : [oneLineOf(heading)]));
}

/** Puts a text on one line, without what would end inline code. */
export function oneLineOf(text: string): string {
  return text.replaceAll(/[\s`]+/gu, ' ').trim();
}

/** Names of several words, the most frequent first. What a sentence begins with has a capital in any case, and is no name by that. */
function frequentNames({ blocks, source }: Article): readonly string[] {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (!isBodyBlock(block) || !isTextBlock(block)) continue;
    for (const span of block.sentences) {
      const sentence = source.slice(...span);
      for (const { name, index } of writtenNames(sentence)) {
        const before = sentence.slice(0, index);
        const named = before.endsWith(' the ') ? `the ${name}` : name;
        // What follows "and" may be the end of a longer name.
        const isName =
          index > 0 && !before.endsWith(' and ') && name.split(' ').length >= NAME_MIN_WORDS && !ADJECTIVE.test(name);
        if (isName || counts.has(named)) counts.set(named, (counts.get(named) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, NAMES_MAX)
    .map(([name]) => name);
}
