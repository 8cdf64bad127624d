import { describe, expect, test } from 'vitest';
import { createDigestDrafts, DRAFT_WAIT_MS } from '../../../src/discord/digests/digestDrafts.ts';
import { textOfOptions } from '../../../src/discord/digests/formText.ts';

const OPENER = { guild: '1', user: '2' };
const opened = { ...OPENER, manages: true, options: { subcommand: 'create' }, shown: textOfOptions({}) };

describe('drafts of digests', () => {
  test('are found by the member who opened them, in the same server', () => {
    const drafts = createDigestDrafts();
    const { token } = drafts.open(opened, 0);
    expect(drafts.find(token, OPENER, 0)?.token).toBe(token);
    expect(drafts.find(token, { ...OPENER, user: '3' }, 0)).toBeUndefined();
    expect(drafts.find(token, { ...OPENER, guild: '3' }, 0)).toBeUndefined();
    expect(drafts.claim(token, { ...OPENER, user: '3' })).toBe(false);
  });

  test('wait for fifteen minutes', () => {
    const drafts = createDigestDrafts();
    const { token } = drafts.open(opened, 0);
    expect(drafts.find(token, OPENER, DRAFT_WAIT_MS - 1)).toBeDefined();
    expect(drafts.find(token, OPENER, DRAFT_WAIT_MS)).toBeUndefined();
  });

  test('give way to the sixth of the same member, and to nobody else’s', () => {
    const drafts = createDigestDrafts();
    const tokens = Array.from({ length: 5 }, () => drafts.open(opened, 0).token);
    drafts.open({ ...opened, user: '3' }, 0);
    expect(tokens.every((token) => drafts.find(token, OPENER, 0))).toBe(true);
    drafts.open(opened, 0);
    expect(tokens.map((token) => drafts.find(token, OPENER, 0) !== undefined)).toEqual([false, true, true, true, true]);
  });

  test('are taken once, until they are given back', () => {
    const drafts = createDigestDrafts();
    const { token } = drafts.open(opened, 0);
    expect([drafts.isTaken(token), drafts.claim(token, OPENER), drafts.claim(token, OPENER)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(drafts.isTaken(token)).toBe(true);
    drafts.release(token);
    expect([drafts.isTaken(token), drafts.claim(token, OPENER)]).toEqual([false, true]);
  });
});
