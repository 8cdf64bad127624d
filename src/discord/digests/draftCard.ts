import { ButtonStyle, ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import type { AnswerOf } from '../../answer/answer.ts';
import { ours, type Said } from '../../answer/said.ts';
import type { HeldDigest } from '../../command/command.ts';
import { escape } from '../../reply/escape.ts';
import {
  MESSAGE_MAX_BYTES,
  MESSAGE_MAX_CHARS,
  MESSAGE_MAX_COMPONENTS,
  TEXT_DISPLAY_BYTES,
} from '../../reply/limits.ts';
import { saidMarkdown } from '../../reply/saidMarkdown.ts';
import { truncate } from '../../reply/truncate.ts';
import { textDisplay } from '../../reply/uploads/cardParts.ts';
import { extrasInWords } from '../../reply/words/digests/extraWords.ts';
import {
  FORM_LABELS,
  formWaits,
  NO_RUN_DUE,
  NO_RUN_UNTIL_RESUMED,
  notSavedYet,
  POST_TOO_LONG,
  wouldPost,
} from '../../reply/words/digests/formWords.ts';
import { ruleInWords } from '../../reply/words/digests/ruleInWords.ts';
import { clockChangeInWords, NEXT_RUNS } from '../../reply/words/digests/scheduleWords.ts';
import { zoneInWords } from '../../reply/words/zoneInWords.ts';
import { type Occurrence, nextOccurrences } from '../../schedule/times/nextOccurrences.ts';
import { PAUSED_FOR_GOOD } from '../../schedule/schedule.ts';
import { DRAFT_WAIT_MS, type DigestDraft } from './digestDrafts.ts';
import { draftActionId } from './draftAction.ts';
import type { NextPost } from './nextPost.ts';

const NEXT_RUNS_SHOWN = 3;
/** A rule with many times and days left out is long. */
const RULE_MAX_CHARS = 600;

type Components = readonly APIMessageTopLevelComponent[];

/** Finds the next runs of a digest; undefined if it does not run until it is resumed. */
export function nextRuns(
  { rule, zone, disabled = null, pausedUntil = null }: HeldDigest,
  now: number,
): readonly Occurrence[] | undefined {
  if (disabled !== null || pausedUntil === PAUSED_FOR_GOOD) return undefined;
  return nextOccurrences(rule, zone, { after: Math.max(now, pausedUntil ?? now), count: NEXT_RUNS_SHOWN });
}

/** Renders a digest before it is saved: its next post and runs. */
export function draftCard(
  { token }: DigestDraft,
  held: HeldDigest,
  { post, runs }: { readonly post: NextPost; readonly runs: readonly Occurrence[] | undefined },
): Components {
  const { name, channel, rule, zone } = held;
  const extras = extrasInWords(held);
  const facts = [
    `${escape(truncate(ruleInWords(rule), RULE_MAX_CHARS))}, ${zoneInWords(zone)}`,
    ...(extras === undefined ? [] : [extras]),
    ...runLines(runs, zone),
    formWaits(DRAFT_WAIT_MS / 60_000),
  ].join('\n');
  const buttons = buttonsOf(token, ['save', 'change', 'cancel']);
  const around = (intro: Said, middle: Components): Components => [
    textDisplay(saidMarkdown(intro.pieces)),
    ...middle,
    textDisplay(facts),
    buttons,
  ];
  const without = (why: string): Components => around(notSavedYet(name, channel), [textDisplay(why)]);
  if (post.kind === 'none') return without(post.why);
  const separator: APIMessageTopLevelComponent = { type: ComponentType.Separator };
  const whole = around(wouldPost(name, channel), [separator, ...post.components, separator]);
  return hasRoomFor(whole) ? whole : without(POST_TOO_LONG);
}

/** Renders what is wrong with what was typed, which can be changed. */
export function problemCard({ token }: DigestDraft, { message, pieces }: AnswerOf<'invalid'>): Components {
  const said = pieces === undefined ? escape(message) : saidMarkdown(pieces);
  return [textDisplay(said), buttonsOf(token, ['change', 'cancel'])];
}

function runLines(runs: readonly Occurrence[] | undefined, zone: string): readonly string[] {
  if (!runs) return [NO_RUN_UNTIL_RESUMED];
  if (runs.length === 0) return [NO_RUN_DUE];
  return [
    NEXT_RUNS,
    ...runs.map((run) => {
      const change = clockChangeInWords(run, zone);
      const note = change === undefined ? '' : ` (${change})`;
      return `- ${run.localDateTime.replace('T', ' ')}, <t:${Math.floor(run.instant / 1000)}:F>${note}`;
    }),
  ];
}

function buttonsOf(token: string, names: readonly ('save' | 'change' | 'cancel')[]): APIMessageTopLevelComponent {
  return {
    type: ComponentType.ActionRow,
    components: names.map((name, index) => ({
      type: ComponentType.Button,
      style: index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: FORM_LABELS[name],
      custom_id: draftActionId({ name, token }),
    })),
  };
}

interface Part {
  readonly content?: string;
  readonly components?: readonly Part[];
}

function hasRoomFor(components: Components): boolean {
  const all = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => [part, ...all(part.components ?? [])]);
  const parts = all(components as readonly Part[]);
  const texts = parts.flatMap(({ content }) => content ?? []);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + TEXT_DISPLAY_BYTES, 0);
  return (
    parts.length <= MESSAGE_MAX_COMPONENTS && texts.join('').length <= MESSAGE_MAX_CHARS && bytes <= MESSAGE_MAX_BYTES
  );
}

/** A sentence alone. */
export function sentenceCard(words: Said | string): Components {
  return [textDisplay(saidMarkdown((typeof words === 'string' ? ours(words) : words).pieces))];
}
