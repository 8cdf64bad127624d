import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Answer } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { nearest, probablyMeant } from '../../src/language/nearest.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { findSchedule, listSchedules, readSchedule } from '../../src/schedule/schedules.ts';
import type { Store } from '../../src/store/store.ts';
import { NAME_OPTION } from './digestOptions.ts';

/** What a subcommand about one digest is, and what it does with it. */
interface DigestSubcommand<Given extends NonNullable<SubcommandDefinition['options']>> {
  readonly name: string;
  readonly description: string;
  /** Its options besides the digest's name. Default: none. */
  readonly options?: Given;
  readonly run: (
    schedule: Schedule,
    options: OptionsOf<{ options: Given }>,
    context: ServerContext,
  ) => Answer | Promise<Answer>;
  /** Called if no digest has the name; undefined says which names are near, as by default. */
  readonly otherwise?: (options: OptionsOf<{ options: Given }>) => Answer | undefined;
}

/** Makes a subcommand about one digest of the server, which is found by its name, ignoring case, or by its id. */
export function digestSubcommand<const Given extends NonNullable<SubcommandDefinition['options']> = readonly []>({
  name,
  description,
  options,
  run,
  otherwise,
}: DigestSubcommand<Given>): Subcommand<ServerContext> {
  return {
    definition: {
      type: ApplicationCommandOptionType.Subcommand,
      name,
      description,
      options: [NAME_OPTION, ...(options ?? [])],
    },
    async run({ name: typed, ...rest }, context) {
      const wanted = String(typed);
      const given = rest as OptionsOf<{ options: Given }>;
      const { guild } = context;
      const store = await context.store();
      const schedule =
        (await findSchedule(store, { guild, name: wanted })) ?? (await byId(store, { guild, id: wanted }));
      if (schedule) return run(schedule, given, context);
      const names = (await listSchedules(store, guild)).map((other) => other.name);
      const near = nearest(wanted, names);
      const unknown = digestProblem({
        kind: 'unknown',
        name: wanted,
        hasDigests: names.length > 0,
        nearest: probablyMeant(wanted, names),
      });
      return otherwise?.(given) ?? invalid('name', unknown, near);
    },
  };
}

async function byId(
  store: Store,
  { guild, id }: { readonly guild: string; readonly id: string },
): Promise<Schedule | undefined> {
  const schedule = await readSchedule(store, id);
  return schedule?.guild === guild ? schedule : undefined;
}
