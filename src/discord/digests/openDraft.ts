import type { ServerContext } from '../../command/requireManagedGuild.ts';
import { findSchedule, readSchedule } from '../../schedule/schedules.ts';
import type { DraftCall } from './draftCall.ts';
import type { DigestDraft } from './digestDrafts.ts';
import { digestOptions, type DigestUse } from './digestUse.ts';
import { textOfDigest, textOfOptions } from './formText.ts';

/** Opens a draft of what a command was used with, or of a saved digest; undefined if there is no such digest. */
export async function openDraft(
  { options, interaction }: Extract<DigestUse, { kind: 'open' }>,
  { guild, store, caller: { manages } }: ServerContext,
  { context: { drafts, commands }, now }: DraftCall,
): Promise<DigestDraft | undefined> {
  const user = interaction.user.id;
  if (options['subcommand'] !== 'edit') {
    const channel = options['channel'] ?? placeOfForm(interaction, digestOptions('create', commands));
    return drafts.open({ guild, user, manages, options, shown: textOfOptions({ ...options, channel }) }, now);
  }
  const name = String(options['name']);
  const db = await store();
  const schedule = (await findSchedule(db, { guild, name })) ?? (await readSchedule(db, name));
  if (schedule?.guild !== guild) return undefined;
  const shown = textOfDigest(schedule);
  // A channel that is gone cannot be shown as chosen.
  const chosen = schedule.disabled === 'gone' ? { ...shown, channel: '' } : shown;
  return drafts.open({ guild, user, manages, options: { ...options, name: schedule.id }, shown: chosen }, now);
}

/** The channel that the form is opened in, if digests can be posted there. */
function placeOfForm(
  { channel }: Extract<DigestUse, { kind: 'open' }>['interaction'],
  options: ReturnType<typeof digestOptions>,
): string | undefined {
  const option = options.find(({ name }) => name === 'channel');
  const types = option && 'channel_types' in option ? (option.channel_types ?? []) : [];
  return channel && types.some((type) => type === channel.type) ? channel.id : undefined;
}
