import type { Answer, AnswerOf, AnswerSchedule } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { asOfNotes } from './asOfNotes.ts';
import { counted } from './counted.ts';
import { edtfInWords } from './edtfInWords.ts';
import { dateInWords, eventDetails } from './eventWords.ts';
import { paragraphRange } from './listParts.ts';
import { reasonInWords, unmatchedInWords } from './nothingParts.ts';
import { runInWords } from './scheduleParts.ts';
import { CONTRACT, claimInWords, detailsInWords, verdictInWords } from './verdictWords.ts';
import { visible } from './visible.ts';

/** How many passages found by rank are shown. */
const RANKED_MAX = 3;

interface TextOptions {
  readonly articles: ReadonlyMap<string, Article>;
  /** Whether to use the terminal's bold and dim; not by default. */
  readonly color?: boolean;
}

interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

/**
 * Renders an answer as text for a terminal: what is quoted stands on lines of its own as it is, unwrapped, with its
 * citation below. Control characters, which could drive the terminal, are shown as their pictures (␛).
 */
export function plainText(answer: Answer, { articles, color = false }: TextOptions): string {
  const style = (code: number) => (text: string) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  return render(answer, articles, { strong: style(1), dim: style(2) });
}

function render(answer: Answer, articles: TextOptions['articles'], style: Style): string {
  const quote = (excerpt: Excerpt): string => `${visible(excerpt.text)}\n${style.dim(citation(excerpt, articles))}`;
  /** A quotation's words within the sentences that hold them. */
  const sentence = (excerpt: Excerpt): string => {
    const article = articles.get(excerpt.article);
    if (!excerpt.within || article?.edition !== excerpt.edition) return quote(excerpt);
    return `${visible(article.source.slice(...excerpt.within.span))}\n${style.dim(citation(excerpt, articles))}`;
  };
  switch (answer.kind) {
    case 'excerpts':
      return excerptsText(answer, quote, style);
    case 'summary':
      return paragraphs(answer.excerpts.map(quote));
    case 'events':
      return paragraphs([
        ...remarks({ notes: asOfNotes(answer) }),
        ...answer.events.map((event) => eventText(event, { alone: answer.events.length === 1, quote, style })),
      ]);
    case 'dates':
      return linesOf(
        answer.dates.map(
          ({ text, edtf, certainty }) =>
            `“${visible(text)}”: ${edtf === null ? 'no date that could be told' : `${edtfInWords(edtf)} (${edtf})`}, ${certainty}`,
        ),
        'There is no date in it.',
      );
    case 'verdict':
      return paragraphs([
        judgement(answer, { articles, style }),
        ...answer.matches.map(sentence),
        style.dim(searched(answer.searched, articles)),
        style.dim(CONTRACT),
      ]);
    case 'verdicts':
      return paragraphs([
        ...(answer.verdicts.length === 0 ? ['There is no quotation in it.'] : []),
        ...answer.verdicts.flatMap(({ quote: words, verdict }, index) => [
          `${index + 1}. “${visible(words)}”\n${judgement(verdict, { articles, style })}`,
          ...verdict.matches.slice(0, 1).map(sentence),
        ]),
        style.dim(CONTRACT),
      ]);
    case 'citation':
      return paragraphs([...remarks(answer), visible(answer.text)]);
    case 'outline':
      return outlineText(answer, articles, style);
    case 'sources':
      return sourcesText(answer, style);
    case 'schedules':
      return linesOf(answer.schedules.map(schedule), 'Nothing is scheduled here.');
    case 'nothing':
      return nothingText(answer, { quote, articles, style });
    case 'invalid':
      return visible(answer.message);
    case 'notice':
      // Our own Markdown: its marks mean nothing in a terminal.
      return answer.text.replaceAll(/\*\*|(?<!\w)`|`(?!\w)/gu, '');
    default:
      return answer satisfies never;
  }
}

/** Passages that were found by rank: the best and those next to it. Passages that were named are shown whole. */
function excerptsText(
  { excerpts, more, ...remarked }: AnswerOf<'excerpts'>,
  quote: (excerpt: Excerpt) => string,
  style: Style,
): string {
  const ranked = excerpts[0]?.score !== undefined;
  const shown = ranked ? excerpts.slice(0, RANKED_MAX) : excerpts;
  const given = excerpts.length - shown.length;
  const json = given === 0 ? '' : `; --json gives ${more === 0 ? (given === 1 ? 'it' : 'them') : given} too`;
  return paragraphs([
    ...remarks(remarked),
    ...shown.map(quote),
    ...(given + more > 0 ? [style.dim(`${counted(given + more, 'further passage')} not shown${json}.`)] : []),
  ]);
}

function citation({ article: id, reference, section, edition }: Excerpt, articles: TextOptions['articles']): string {
  const article = articles.get(id);
  const title = article
    ? `${article.title}, ${article.published === undefined ? 'undated' : edtfInWords(article.published)}`
    : id;
  const parts = [
    reference,
    ...(section === null ? [] : [`“${section}”`]),
    title,
    `${id}/${reference}@${shortEdition(edition)}`,
  ];
  return `  — ${visible(parts.join(' · ').replaceAll(/\s+/gu, ' '))}`;
}

function judgement(
  verdict: AnswerOf<'verdict'>,
  { articles, style }: { readonly articles: TextOptions['articles']; readonly style: Style },
): string {
  const { name, sentence } = verdictInWords(verdict);
  const claim = claimInWords(verdict, articles);
  return [
    `${style.strong(`${name}.`)} ${sentence}${claim === undefined ? '' : ` ${visible(claim)}`}`,
    ...detailsInWords(verdict).map((detail) => `- ${visible(detail)}`),
  ].join('\n');
}

function eventText(
  event: AnswerOf<'events'>['events'][number],
  {
    alone,
    quote,
    style,
  }: { readonly alone: boolean; readonly quote: (excerpt: Excerpt) => string; readonly style: Style },
): string {
  if (!alone) return `${style.strong(visible(dateInWords(event)))}: ${visible(event.label)}\n${quote(event.excerpt)}`;
  return paragraphs([
    [style.strong(visible(event.label)), ...eventDetails(event).map((detail) => `- ${visible(detail)}`)].join('\n'),
    quote(event.excerpt),
    ...event.also.map(quote),
  ]);
}

function outlineText(
  { article, sections }: AnswerOf<'outline'>,
  articles: TextOptions['articles'],
  style: Style,
): string {
  const first = sections[0]?.heading === null ? 0 : 1;
  const rows = sections.map(
    ({ heading, paragraphs: range }, index) =>
      `${index + first}. ${heading ?? 'Before the first heading'} (${paragraphRange(range)})`,
  );
  return [style.strong(visible(articles.get(article)?.title ?? article)), ...rows.map(visible)].join('\n');
}

function sourcesText({ articles, refused }: AnswerOf<'sources'>, style: Style): string {
  const rows = articles.map(({ id, title, published, edition, paragraphs: count, language, url }) => {
    const facts = [
      published === null ? 'undated' : edtfInWords(published),
      counted(count, 'paragraph'),
      language,
      `edition ${shortEdition(edition)}`,
      ...(url === undefined ? [] : [url]),
    ];
    return `${style.strong(id)}: ${visible(title)}\n  ${facts.join(', ')}`;
  });
  const warning =
    refused === undefined ? [] : [`The newest corpus was refused, and this one goes on answering: ${visible(refused)}`];
  return [...warning, ...(rows.length === 0 ? ['No article is loaded yet.'] : rows)].join('\n');
}

function nothingText(
  { reason, unmatched, nearest, searched: where }: AnswerOf<'nothing'>,
  {
    quote,
    articles,
    style,
  }: {
    readonly quote: (excerpt: Excerpt) => string;
    readonly articles: TextOptions['articles'];
    readonly style: Style;
  },
): string {
  const words = unmatchedInWords(unmatched);
  return paragraphs([
    [style.strong(reasonInWords(reason)), ...(words === undefined ? [] : [visible(words)])].join('\n'),
    ...(nearest ? [`What comes nearest, though it is no answer:\n${quote(nearest)}`] : []),
    style.dim(searched(where, articles)),
  ]);
}

function searched(where: AnswerOf<'nothing'>['searched'], articles: TextOptions['articles']): string {
  if (where.length === 0) return 'Nothing was searched: no article is loaded.';
  const named = where
    .slice(0, 5)
    .map(({ article, edition }) => `${articles.get(article)?.title ?? article} (${article}@${shortEdition(edition)})`);
  const rest = where.length - named.length;
  return `Searched: ${visible(named.join('; '))}${rest === 0 ? '' : `; and ${counted(rest, 'more article')}`}.`;
}

function remarks({ notes = [], changes }: Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>): readonly string[] {
  return [
    ...notes.map((note) => `Note: ${visible(note)}`),
    ...(changes ? [`What changed: ${changes.map(change).join('')}`] : []),
  ];
}

function change({ kind, text }: NonNullable<AnswerOf<'excerpts'>['changes']>[number]): string {
  if (kind === 'same' || text.trim() === '') return visible(text);
  return kind === 'removed' ? `[gone: ${visible(text)}]` : `[new: ${visible(text)}]`;
}

function schedule({ name, channel, what, when, zone, status, next, last, late, history }: AnswerSchedule): string {
  const rows = [
    `${name} in channel ${channel} (${status})`,
    `  posts ${what}`,
    `  ${when}, ${zone}; when the bot was down, ${late}`,
    ...next.map(({ local, change }) => `  next ${local}${change === null ? '' : ` (${change})`}`),
    ...(history ?? (last ? [last] : [])).map((run) => `  ${run.due}: ${runInWords(run)}`),
  ];
  return visible(rows.join('\n'));
}

function paragraphs(parts: readonly string[]): string {
  return parts.join('\n\n');
}

function linesOf(rows: readonly string[], none: string): string {
  return rows.length === 0 ? none : rows.join('\n');
}
