import type { Answer } from '../answer/answer.ts';
import { dateRuleInWords } from './words/events/dateRuleWords.ts';

/** Serializes an answer as one line of JSON, with the sentences that the contract promises next to the identifiers. */
export function answerJson(answer: Answer): string {
  return JSON.stringify(withRules(answer));
}

/** Puts the rule of each date into words. */
export function withRules(answer: Answer): Answer {
  if (answer.kind === 'dates')
    return { ...answer, dates: answer.dates.map((date) => ({ ...date, rule: dateRuleInWords(date) })) };
  if (answer.kind !== 'events') return answer;
  const events = answer.events.map((event) => ({
    ...event,
    date: event.date && { ...event.date, rule: dateRuleInWords(event.date) },
  }));
  return { ...answer, events };
}
