import type { AnswerOf, AnswerSchedule } from '../../answer/answer.ts';
import { shortEdition } from '../../article/edition.ts';
import { zoneInWords } from '../../settings/zones/zone.ts';
import { counted } from '../words/counted.ts';
import { edtfInWords } from '../words/edtfInWords.ts';
import { paragraphRange } from '../parts/listParts.ts';
import { doneInWords } from '../words/digests/doneInWords.ts';
import { runInWords } from '../words/digests/runInWords.ts';
import { publishedInWords } from '../words/publishedInWords.ts';
import { unheadedName } from '../words/unheadedName.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { saidText } from './saidText.ts';
import type { TextContext } from './textContext.ts';

/** Writes the sections of an article with their paragraphs. */
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

/** Writes what is loaded, and what could not be. */
export function sourcesText({ articles, refused, broken = [] }: AnswerOf<'sources'>, { strong }: TextContext): string {
  const rows = articles.map(({ id, title, published, publishedNote, edition, paragraphs: count, language, url }) => {
    const facts = [
      publishedInWords({ published, publishedNote }),
      counted(count, 'paragraph'),
      language,
      `edition ${shortEdition(edition)}`,
      ...(url === undefined ? [] : [url]),
    ];
    return `${strong(id)}: ${showControlCharacters(title)}\n  ${facts.join(', ')}`;
  });
  const warning =
    refused === undefined
      ? []
      : [`The latest articles could not be loaded; answers still come from these: ${showControlCharacters(refused)}`];
  const wrong = broken.map(({ name, problem, lastGood }) => {
    const state = lastGood ? 'its last good version still answers' : 'it is not loaded';
    return `Broken files: ${showControlCharacters(name)}, ${state}: ${showControlCharacters(problem)}`;
  });
  return [...warning, ...wrong, ...(rows.length === 0 ? ['No article is available here.'] : rows)].join('\n');
}

/** Writes date expressions with what they mean and how sure that is. */
export function datesText({ dates }: AnswerOf<'dates'>): string {
  const rows = dates.map(({ text, edtf, certainty }) => {
    const meaning = edtf === null ? 'not resolved to a date' : `${edtfInWords(edtf)} (${edtf})`;
    return `“${showControlCharacters(text)}”: ${meaning}, ${certainty}`;
  });
  return rows.length === 0 ? 'No date was found in this article.' : rows.join('\n');
}

/** Writes digests with their next and their last runs. */
export function schedulesText({ schedules, ...answer }: AnswerOf<'schedules'>): string {
  if (schedules.length === 0) return 'There are no digests in this server.';
  const done = doneInWords(answer);
  return [...(done ? [saidText(done.pieces)] : []), ...schedules.map(schedule)].join('\n');
}

function schedule({ name, channel, what, when, zone, status, next, last, late, history }: AnswerSchedule): string {
  const rows = [
    `${name} in channel ${channel} (${status})`,
    `  posts ${what}`,
    `  ${when}, ${zoneInWords(zone)}; if the bot was offline, ${late}`,
    ...next.map(({ local, change }) => `  next ${local}${change === null ? '' : ` (${change})`}`),
    ...(history ?? (last ? [last] : [])).map((run) => `  ${run.due}: ${saidText(runInWords(run).pieces)}`),
  ];
  return showControlCharacters(rows.join('\n'));
}
