import type { AnswerOf } from '../../../answer/answer.ts';
import { counted } from '../counted.ts';
import { asOfNotes } from './asOfNotes.ts';

type Events = Pick<AnswerOf<'events'>, 'asOf' | 'unread'>;

/** Says what readers must know about a list of events as a whole: a sentence each. */
export function eventNotes(answer: Events): readonly string[] {
  return [...asOfNotes(answer), ...readingNotes(answer)];
}

/** Says in how many articles only rules looked for events, and whether that will change. */
export function readingNotes({ unread }: Pick<Events, 'unread'>): readonly string[] {
  if (!unread) return [];
  const { articles, later } = unread;
  const which = counted(articles, 'article');
  if (later !== true) return [`Simple rules alone looked for events in ${which}, so some may be missing or wrong.`];
  const [is, there] = articles === 1 ? ['is', 'there'] : ['are', 'in them'];
  return [
    `${which} ${is} still being read; until then, simple rules look for events ${there}, so some may be missing or wrong.`,
  ];
}
