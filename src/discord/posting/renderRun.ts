import { UNKNOWN_PARENT } from '../../access/access.ts';
import type { App } from '../../app/app.ts';
import type { Job, Rendered } from '../../delivery/delivery.ts';
import { digestSteps } from '../../digest/digest.ts';
import { digestEvents } from '../../digest/digestEvents.ts';
import { prepareDigest } from '../../digest/prepareDigest.ts';
import { digestMessage } from '../../reply/digestMessage.ts';
import { digestTitle } from '../../reply/words/digests/digestTitle.ts';
import type { ExcerptLink } from '../../reply/reply.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { Run } from '../../schedule/runs/run.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Places } from './places.ts';

export interface RenderOptions extends Pick<Places, 'placeOf'> {
  readonly app: Pick<App, 'libraryAt'>;
  readonly links: ExcerptLink;
}

/** What of a run its message depends on. */
export interface RunToRender extends Pick<Job, 'position' | 'late'> {
  readonly schedule: Pick<Schedule, 'guild' | 'channel' | 'content' | 'name' | 'mention'>;
  readonly run: Pick<Run, 'id' | 'local' | 'due'>;
}

/** Renders a run of a digest from the articles that everybody sees in its channel. */
export async function renderRun(
  { schedule, run, position, late }: RunToRender,
  { app, links, placeOf }: RenderOptions,
): Promise<Rendered> {
  const place = await placeOf(schedule);
  if (place.parent === UNKNOWN_PARENT) return { kind: 'busy', detail: 'channel-unknown' };
  const library = await app.libraryAt(place);
  await inSlices(prepareDigest(schedule, { library, position }));
  const day = run.local.slice(0, 10);
  const made = await inSlices(digestSteps(schedule, { library, position, day, events: digestEvents(library) }));
  if (made.kind !== 'answer') return made;
  const payload = digestMessage(made, {
    marker: run.id,
    name: schedule.name,
    mention: schedule.mention,
    guild: schedule.guild,
    late,
    due: run.due,
    articles: library.articles,
    links,
  });
  return { kind: 'message', payload, title: `${schedule.name}: ${digestTitle(made.title)}`, next: made.next };
}
