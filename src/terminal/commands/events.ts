import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { probablyMeant } from '../../language/nearest.ts';
import { noSuchArticle } from '../../reply/words/commands/scopeWords.ts';
import { curatedEvents, isRead } from '../../answer/articleEvents.ts';
import type { App } from '../../app/app.ts';
import { tagFirst } from '../../command/tagFirst.ts';
import { formatEventFile, type CuratedEvent } from '../../events/eventFile.ts';
import { dateRuleInWords } from '../../reply/words/events/dateRuleWords.ts';
import { readingNotes } from '../../reply/words/events/eventNotes.ts';
import { counted } from '../../reply/words/counted.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface EventsCall {
  readonly rest: readonly string[];
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly corpus: string;
  readonly terminal: Terminal;
}

/**
 * Shows an article's events for review, as extracted now and as edited. With `--review` it writes them to the article's
 * events.json, where each `status` can be set to confirmed, corrected or rejected. Edits are kept.
 */
export async function events(
  { library, tagger }: Pick<App, 'library' | 'tagger'>,
  { rest, options, corpus, terminal }: EventsCall,
): Promise<ExitCode> {
  const { articles, ...others } = library();
  const id = rest[0] ?? (articles.size === 1 ? entryAt([...articles.keys()], 0) : '');
  const article = articles.get(id);
  if (id === '') return fail(terminal, 'Name an article: rapporteur events ARTICLE.');
  if (!article) return fail(terminal, noSuchArticle(id, probablyMeant(id, [...articles.keys()])));
  await tagFirst([article], { tagger });
  const { events: found, outdated } = curatedEvents(article, others);
  for (const { status, kind, modality, date, label, span } of found) {
    const when = date === null ? 'no date' : `${date.edtf ?? '?'} (“${date.phrase}”: ${dateRuleInWords(date)})`;
    terminal.out(
      `${status.padEnd(9)} ${kind}, ${modality}: ${label}\n          ${when}\n          ${article.source.slice(...span)}\n`,
    );
  }
  if (!isRead(article)) for (const note of readingNotes({ unread: { articles: 1 } })) terminal.out(`${note}\n`);
  if (outdated.length > 0)
    terminal.out(
      `${counted(outdated.length, 'decision')} made for another edition ${outdated.length === 1 ? 'does' : 'do'} not count.\n`,
    );
  if (options['review'] === undefined) return 0;
  const file = join(corpus, article.id, 'events.json');
  await writeFile(file, formatEventFile({ edition: article.edition, events: found.map(withRule) }));
  terminal.out(`${file} has ${counted(found.length, 'event')}; set each status to confirmed, corrected or rejected.\n`);
  return 0;
}

/** Puts a date's rule into words for the editor, who may improve them. */
function withRule(event: CuratedEvent): CuratedEvent {
  const { date } = event;
  return date === null ? event : { ...event, date: { ...date, rule: dateRuleInWords(date) } };
}
