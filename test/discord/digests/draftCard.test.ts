import { expect, test } from 'vitest';
import type { HeldDigest } from '../../../src/command/command.ts';
import { createDigestDrafts } from '../../../src/discord/digests/digestDrafts.ts';
import { draftCard, nextRuns } from '../../../src/discord/digests/draftCard.ts';
import { textOfOptions } from '../../../src/discord/digests/formText.ts';
import { PAUSED_FOR_GOOD } from '../../../src/schedule/schedule.ts';

const NOW = Date.parse('2026-12-01T10:00:00Z');
const held: HeldDigest = {
  guild: '1',
  channel: '5',
  name: 'News',
  content: { kind: 'summary', length: 'brief' },
  rule: { kind: 'days', every: 1, times: ['09:00'] },
  zone: 'UTC',
  late: { kind: 'skip' },
  creator: '2',
};
const draft = createDigestDrafts().open(
  { guild: '1', user: '2', manages: true, options: { subcommand: 'create' }, shown: textOfOptions({}) },
  NOW,
);

/** The card of a digest whose post has as many texts as given. */
function cardOf(texts: number, changes: Partial<HeldDigest> = {}): string {
  const components = Array.from({ length: texts }, (_, index) => ({ type: 10 as const, content: `text ${index}` }));
  const digest = { ...held, ...changes };
  const runs = nextRuns(digest, NOW);
  return JSON.stringify(draftCard(draft, digest, { post: { kind: 'post', components }, runs }));
}

test('a preview shows the whole post as long as a message has room for it', () => {
  expect(cardOf(32)).toContain('text 31');
  expect(cardOf(33)).not.toContain('text 0');
  expect(cardOf(33)).toContain('too long to be shown here');
});

test('a preview counts from the end of a pause, and shows no run where none is due', () => {
  expect(cardOf(1)).toContain('2026-12-02 09:00');
  expect(cardOf(1, { pausedUntil: Date.parse('2026-12-24T00:00:00Z') })).toContain('- 2026-12-24 09:00');
  for (const changes of [{ pausedUntil: PAUSED_FOR_GOOD }, { disabled: 'gone' as const }])
    expect(cardOf(1, changes)).toContain('does not run until');
  expect(cardOf(1, { rule: { kind: 'once', date: '2026-11-01', time: '09:00' } })).toContain('No run of it is due.');
});
