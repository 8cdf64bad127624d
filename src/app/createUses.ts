import type { Answer } from '../answer/answer.ts';

/** How often answers have shown each article since the start. */
export interface Uses {
  readonly note: (answer: Answer) => void;
  readonly of: (article: string) => number;
}

/** Creates a count in memory. An article that several excerpts of an answer are from counts once. */
export function createUses(): Uses {
  const counts = new Map<string, number>();
  return {
    note(answer) {
      for (const id of new Set(articlesShown(answer))) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    of: (article) => counts.get(article) ?? 0,
  };
}

function articlesShown(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'excerpts':
    case 'summary':
      return answer.excerpts.map(({ article }) => article);
    case 'events':
      return answer.events.map(({ excerpt }) => excerpt.article);
    case 'citation':
      return [answer.excerpt.article];
    case 'verdict':
      return answer.matches.map(({ article }) => article);
    case 'verdicts':
    case 'dates':
    case 'outline':
    case 'sources':
    case 'schedules':
    case 'nothing':
    case 'invalid':
    case 'notice':
      return [];
    default:
      return answer satisfies never;
  }
}
