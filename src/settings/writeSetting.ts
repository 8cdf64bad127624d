import type { Store } from '../store/store.ts';
import { settingsSchema, type Place, type SettingName, type Settings } from './settings.ts';

/** A setting with its value; undefined resets it. */
export interface Setting<Name extends SettingName = SettingName> {
  readonly name: Name;
  readonly value: Settings[Name] | undefined;
}

/** Any setting, with a value of its own type. */
export type AnySetting = { [Name in SettingName]: Setting<Name> }[SettingName];

/** Sets or resets one setting of a server or channel. Throws a `ZodError` if the value is invalid. */
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
