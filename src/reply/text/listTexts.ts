import type { AnswerOf } from '../../answer/answer.ts';
import type { AnswerSchedule } from '../../answer/schema/scheduleAnswers.ts';
import { zoneInWords } from '../words/zoneInWords.ts';
import { doneInWords } from '../words/digests/doneInWords.ts';
import { runInWords } from '../words/digests/runInWords.ts';
import { NO_DIGESTS, scheduleFacts } from '../words/digests/scheduleWords.ts';
import { knownOfDocument } from '../words/knownOfDocument.ts';
import {
  articleFacts,
  brokenArticles,
  brokenState,
  meaningInWords,
  NO_ARTICLE,
  NO_DATE,
  NOT_LOADED,
  paragraphRange,
} from '../words/sourceWords.ts';
import { unheadedName } from '../words/unheadedName.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { saidText } from './saidText.ts';
import type { TextContext } from './textContext.ts';

/** Formats the sections of an article with their paragraphs. */
export function outlineText({ article, sections }: AnswerOf<'outline'>, { articles, strong }: TextContext): string {
  const first = sections[0]?.heading === null ? 0 : 1;
  const rows = sections.map(
    ({ heading, paragraphs: range }, index) =>
      `${index + first}. ${heading ?? unheadedName(sections)} (${paragraphRange(range)})`,
  );
  return [
    strong(showControlCharacters(articles.get(article)?.title ?? article)),
    ...rows.map(showControlCharacters),
  ].join('\n');
}

/** Formats the articles that are loaded, and those that could not be. */
export function sourcesText(
  { articles, refused, broken = [], asked }: AnswerOf<'sources'>,
  { strong }: TextContext,
): string {
  if (asked !== undefined)
    return articles
      .map((article) => showControlCharacters(`${article.title}: ${knownOfDocument(article, asked)}`))
      .join('\n');
  const rows = articles.map((article) => {
    const { id, title, url } = article;
    const facts = [...articleFacts(article), ...(url === undefined ? [] : [url])];
    return `${strong(id)}: ${showControlCharacters(title)}\n  ${facts.join(', ')}`;
  });
  const warning = refused === undefined ? [] : [`${NOT_LOADED} ${showControlCharacters(refused)}`];
  const wrong = broken.map(
    ({ name, problem, lastGood }) =>
      `- ${showControlCharacters(name)}, ${brokenState(lastGood)}: ${showControlCharacters(problem)}`,
  );
  const named = wrong.length === 0 ? [] : [brokenArticles(wrong.length), ...wrong];
  return [...warning, ...named, ...(rows.length === 0 ? [NO_ARTICLE] : rows)].join('\n');
}

/** Formats date expressions with their meaning and how certain it is. */
export function datesText({ dates }: AnswerOf<'dates'>): string {
  const rows = dates.map(({ text, edtf, portion, certainty }) => {
    const meaning = edtf === null ? meaningInWords({ edtf }) : `${meaningInWords({ edtf, portion })} (${edtf})`;
    return `“${showControlCharacters(text)}”: ${meaning}, ${certainty}`;
  });
  return rows.length === 0 ? NO_DATE : rows.join('\n');
}

/** Formats digests with their next and past runs. */
export function schedulesText({ schedules, ...answer }: AnswerOf<'schedules'>): string {
  if (schedules.length === 0) return NO_DIGESTS;
  const done = doneInWords(answer);
  return [...(done ? [saidText(done.pieces)] : []), ...schedules.map(schedule)].join('\n');
}

function schedule({
  name,
  channel,
  what,
  when,
  zone,
  status,
  next,
  last,
  late,
  extras,
  history,
}: AnswerSchedule): string {
  const rows = [
    `${name} in channel ${channel} (${status})`,
    ...scheduleFacts({ what, when, zone: zoneInWords(zone), late, extras }).map((fact) => `  ${fact}`),
    ...next.map(({ local, change }) => `  next ${local}${change === null ? '' : ` (${change})`}`),
    ...(history ?? (last ? [last] : [])).map((run) => `  ${run.due}: ${saidText(runInWords(run).pieces)}`),
  ];
  return showControlCharacters(rows.join('\n'));
}
