import { tagFirst } from '../../src/command/tagFirst.ts';
import { digestSteps } from '../../src/digest/digest.ts';
import { digestEvents } from '../../src/digest/digestEvents.ts';
import { prepareDigest } from '../../src/digest/prepareDigest.ts';
import { noPreview } from '../../src/reply/words/digests/digestWords.ts';
import { inSlices } from '../../src/runtime/steps/inSlices.ts';
import { nextOccurrences } from '../../src/schedule/times/nextOccurrences.ts';
import { digestLibrary } from './digestLibrary.ts';
import { digestSubcommand } from './digestSubcommand.ts';

export default digestSubcommand({
  name: 'preview',
  description: 'See what a digest would post next, without posting it',
  async run(schedule, _options, context) {
    const { rule, zone, position } = schedule;
    const next = nextOccurrences(rule, zone, { after: context.now.getTime(), count: 1 })[0];
    const day = next?.localDateTime.slice(0, 10) ?? context.now.toISOString().slice(0, 10);
    const library = await digestLibrary(schedule, context);
    if ([...library.articles.keys()].some((id) => !context.library.articles.has(id)))
      return { kind: 'notice', ...noPreview({ kind: 'hidden' }, schedule.channel) };
    if (schedule.content.kind === 'events') await tagFirst([...library.articles.values()], context);
    await inSlices(prepareDigest(schedule, { library, position }));
    const made = await inSlices(digestSteps(schedule, { library, position, day, events: digestEvents(library) }));
    if (made.kind === 'answer') return { ...made.answer, equivalent: made.request };
    return { kind: 'notice', ...noPreview(made, schedule.channel) };
  },
});
