import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Run } from '../schedule/run.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { inline } from './citation.ts';
import { runInWords } from './scheduleParts.ts';

/** Makes the message that tells somebody that a run of a digest was not posted, or may not have been, and what to do. */
export function tellingMessage({ name, channel, disabled }: Schedule, run: Run): object {
  const what = runInWords({ ...run, late: false });
  const content = [
    `**The digest “${inline(name)}” in <#${channel}>** of <t:${Math.floor(run.due / 1000)}:f> was ${run.state === 'uncertain' ? 'perhaps not posted' : 'not posted'}.`,
    what.charAt(0).toUpperCase() + what.slice(1) + '.',
    ...(disabled === 'forbidden'
      ? [
          'It is stopped until the permissions are granted in the channel’s settings and somebody uses `/digest resume`.',
        ]
      : []),
    ...(disabled === 'gone'
      ? ['It is stopped: choose another channel with `/digest edit`, then use `/digest resume`.']
      : []),
    ...(run.state === 'uncertain' ? ['Look whether it stands in the channel; if not, `/digest run` posts it.'] : []),
    `-# Run ${run.id}; \`/digest history\` has all runs.`,
  ].join('\n');
  return {
    components: [{ type: ComponentType.TextDisplay, content }],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}
