import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { FollowUp } from '../../../schedule/runs/followUps.ts';
import type { Run } from '../../../schedule/runs/run.ts';
import type { Schedule } from '../../../schedule/schedule.ts';
import { inline } from '../citation.ts';
import { runInWords } from './runInWords.ts';
import { saidMarkdown } from '../../saidMarkdown.ts';

/** Builds the notice that a run was not posted, or may not have been, and says what to do. */
export function failureNotice({ name, channel, disabled }: Schedule, run: Run): object {
  const what = saidMarkdown(runInWords({ ...run, late: false }).pieces);
  const content = [
    `**The digest “${inline(name)}” in <#${channel}>** of <t:${Math.floor(run.due / 1000)}:f> ${run.state === 'uncertain' ? 'may not have been posted' : 'was not posted'}.`,
    what.charAt(0).toUpperCase() + what.slice(1) + '.',
    ...(disabled === 'forbidden'
      ? ['The digest is stopped. Fix this in the channel’s settings, then use `/digest resume`.']
      : []),
    ...(disabled === 'gone'
      ? ['The digest is stopped. Choose another channel with `/digest edit`, then use `/digest resume`.']
      : []),
    ...(run.state === 'uncertain' ? ['Check the channel; if it is missing, use `/digest run`.'] : []),
    'See `/digest history`.',
    `-# Run ${run.id}`,
  ].join('\n');
  return {
    components: [{ type: ComponentType.TextDisplay, content }],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}

const NOT_DONE: Readonly<Record<FollowUp['kind'], string>> = {
  publish: 'was posted, but not published to the servers that follow the channel',
  thread: 'was posted, but no thread was opened below it',
};

/** Builds the notice that something could not be done with a posted message. */
export function followUpNotice({ name, channel }: Schedule, run: Run, { kind, detail }: FollowUp): object {
  const content = [
    `**The digest “${inline(name)}” in <#${channel}>** of <t:${Math.floor(run.due / 1000)}:f> ${NOT_DONE[kind]}.`,
    ...(detail === null ? [] : [`Discord’s reason: ${inline(detail)}.`]),
    `-# Run ${run.id}; see \`/digest history\`.`,
  ].join('\n');
  return {
    components: [{ type: ComponentType.TextDisplay, content }],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}
