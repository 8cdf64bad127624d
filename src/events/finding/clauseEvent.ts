import type { ExtractedEvent } from '../extractedEvent.ts';
import { eventDate, fragmentOf } from '../eventFragments.ts';

import { clauseLabel } from '../clauses/clauseLabel.ts';
import type { ClauseGroup } from './mergeClauses.ts';

/** Builds an event from the clauses that tell it. */
export function clauseEvent(source: string, { main, members }: ClauseGroup): ExtractedEvent {
  const { tree, token, kind, modality } = main;
  // "106 have been killed", "killings by the police": who did it can be told elsewhere.
  const actors =
    main.actors.length > 0
      ? main.actors
      : (members.find((member) => member.kind === kind && member.actors.length > 0)?.actors ?? []);
  const date = main.date ?? members.find((member) => member.date?.edtf != null)?.date;
  const stated = members.find(({ places: [first] }) => first && first.inferred === undefined);
  const places = (stated ?? main).places;
  const also = members.flatMap((member) => (member.tree === tree ? [] : [member.tree.span]));
  return {
    label: clauseLabel(source, tree, token),
    kind,
    modality,
    // What was put together of several words is told as the source has them.
    date: date ? eventDate({ ...date, text: source.slice(...date.span) }) : null,
    places: places.map((place) => fragmentOf(source, place)),
    actors: actors.map((actor) => fragmentOf(source, actor)),
    span: tree.span,
    trigger: token.span,
    also: also
      .filter(([start], index) => also.findIndex(([other]) => other === start) === index)
      .sort((a, b) => a[0] - b[0]),
    status: 'extracted',
  };
}
