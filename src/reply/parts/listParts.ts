import type { AnswerOf } from '../../answer/answer.ts';
import { isBodyBlock, type Article } from '../../article/article.ts';
import { sectionsOf } from '../../article/sections.ts';
import { inline } from '../words/citation.ts';
import { counted } from '../words/counted.ts';
import { knownOfDocument } from '../words/knownOfDocument.ts';
import {
  andMore,
  articleFacts,
  articlesToQuote,
  brokenArticles,
  brokenState,
  meaningInWords,
  NO_ARTICLE,
  NO_DATE,
  NOT_LOADED,
  paragraphRange,
} from '../words/sourceWords.ts';
import { truncate } from '../truncate.ts';
import { SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import { lines, type Part } from './part.ts';
import type { RenderContext } from './renderContext.ts';
import { unheadedName } from '../words/unheadedName.ts';
import { saidMarkdown } from '../saidMarkdown.ts';

const TITLE_MAX_CHARS = 160;
const FIELD_MAX_CHARS = 120;

/** Lays out the sections of an article with their paragraphs; the numbers are those that `/section` takes. */
export function outlineParts({ article, sections }: AnswerOf<'outline'>, { articles }: RenderContext): readonly Part[] {
  const title = articles.get(article)?.title ?? article;
  const first = sections[0]?.heading === null ? 0 : 1;
  return [
    lines(`**${inline(truncate(title, TITLE_MAX_CHARS))}**: ${counted(sections.length, 'section')}`),
    ...sections.map(({ heading, paragraphs }, index) => {
      const name = heading ?? unheadedName(sections);
      const range = paragraphRange(paragraphs);
      const choice = { label: truncate(name, SELECT_TEXT_MAX_CHARS), description: range, value: String(index + first) };
      return lines(`- ${inline(truncate(name, TITLE_MAX_CHARS))} (${range})`, {
        compact: true,
        ...(hasText(articles.get(article), index) ? { choice } : {}),
      });
    }),
  ];
}

/** Whether a section has text to read, not just a heading. */
function hasText(article: Article | undefined, index: number): boolean {
  const section = article && sectionsOf(article)[index];
  return !section || article.blocks.slice(...section.blocks).some(isBodyBlock);
}

/** At most this many broken articles are named in a message; the log and `check` list all. */
const BROKEN_MAX = 5;

function brokenText(broken: NonNullable<AnswerOf<'sources'>['broken']>): string {
  const rows = broken.slice(0, BROKEN_MAX).map(({ name, problem, lastGood }) => {
    const named = `**${inline(truncate(name, TITLE_MAX_CHARS))}**`;
    return `- ${named}, ${brokenState(lastGood)}: ${inline(truncate(problem, 300))}`;
  });
  const more = broken.length > BROKEN_MAX ? [`- ${andMore(broken.length - BROKEN_MAX)}`] : [];
  return [`**${brokenArticles(broken.length)}**`, ...rows, ...more].join('\n');
}

/** Lays out the articles that are loaded. */
export function sourcesParts({ articles, refused, broken = [], asked }: AnswerOf<'sources'>): readonly Part[] {
  if (asked !== undefined)
    return articles.map((article) =>
      lines(`**${inline(truncate(article.title, TITLE_MAX_CHARS))}**: ${inline(knownOfDocument(article, asked))}`, {
        compact: true,
      }),
    );
  return [
    ...(refused === undefined ? [] : [lines(`**${NOT_LOADED}** ${inline(truncate(refused, 600))}`)]),
    ...(broken.length === 0 ? [] : [lines(brokenText(broken))]),
    lines(articles.length === 0 ? NO_ARTICLE : articlesToQuote(articles.length)),
    ...articles.map((article) => {
      const { id, title, url } = article;
      const [date = '', paragraphs = '', ...rest] = articleFacts(article);
      const link = url === undefined || url.length > 300 ? '' : `\n  <${url.replaceAll('>', '%3E')}>`;
      return lines(
        `- **${inline(truncate(title, TITLE_MAX_CHARS))}**, ${[date, paragraphs, ...rest, `id ${id}`].join(', ')}${link}`,
        {
          compact: true,
          choice: {
            label: truncate(title, SELECT_TEXT_MAX_CHARS),
            description: truncate(`${date}, ${paragraphs}`, SELECT_TEXT_MAX_CHARS),
            value: id,
          },
        },
      );
    }),
  ];
}

/** Lays out date expressions with what they mean. */
export function datesParts({ dates }: AnswerOf<'dates'>): readonly Part[] {
  if (dates.length === 0) return [lines(NO_DATE)];
  return dates.map(({ text, edtf, portion, certainty }) =>
    lines(
      `- “${inline(truncate(text, FIELD_MAX_CHARS))}”: ${inline(meaningInWords({ edtf, portion }))} (${certainty})`,
      {
        compact: true,
      },
    ),
  );
}

/** Lays out our own text; pages are cut between lines. */
export function noticeParts({ text, pieces }: AnswerOf<'notice'>): readonly Part[] {
  return (pieces ? saidMarkdown(pieces) : text)
    .split(/\n{2,}/u)
    .flatMap((paragraph) => paragraph.split('\n').map((markdown, index) => lines(markdown, { compact: index > 0 })));
}
