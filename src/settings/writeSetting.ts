import type { Store } from '../store/store.ts';
import { settingsSchema, type Place, type SettingName, type Settings } from './settings.ts';

/** A setting with its value; undefined takes the setting back. */
export interface Setting<Name extends SettingName = SettingName> {
  readonly name: Name;
  readonly value: Settings[Name] | undefined;
}

/** Sets one setting of a server or a channel, or takes it back. Throws a `ZodError` for a value that is no such setting. */
export async function writeSetting<Name extends SettingName>(
  store: Store,
  { guild, channel = '' }: Place,
  { name, value }: Setting<Name>,
): Promise<void> {
  if (value === undefined) {
    await store.db
      .deleteFrom('setting')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('name', '=', name)
      .execute();
    return;
  }
  const row = { guild, channel, name, value: JSON.stringify(settingsSchema.parse({ [name]: value })[name]) };
  await store.db
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'channel', 'name']).doUpdateSet({ value: row.value }))
    .execute();
}
