import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535');
const positive = z.coerce
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .positive('must be above 0');
const url = z
  .url({ protocol: /^https?$/u, error: 'must be an http or https address' })
  .transform((value) => value.replace(/\/+$/u, ''));
const database = z
  .string()
  .refine(
    (value) => /^postgres(?:ql)?:\/\//u.test(value) && URL.canParse(value) && new URL(value).pathname.length > 1,
    'must be like postgres://user:password@host:5432/name, with other characters than letters and digits of the password percent-encoded',
  );
const snowflake = z.string().regex(/^\d{15,20}$/u, 'must be an id of 15 to 20 digits');

const ENVIRONMENT = {
  DISCORD_TOKEN: z.string().regex(/^\S+$/u, 'must hold no white space').optional(),
  DISCORD_API: url.optional(),
  DISCORD_GUILD: snowflake.optional(),
  INTERACTIONS: z.enum(['gateway', 'http'], 'must be gateway or http').default('gateway'),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/iu, 'must be the 64 hexadecimal digits of the public key in the developer portal')
    .optional(),
  CORPUS_DIR: z.string().default('corpus'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: database.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  ROOM_PORT: port.default(3210),
  ROOM_RECORD: z.string().optional(),
  HTTP_PORT: port.optional(),
  HTTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, 'must be an address or a host name')
    .default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  SHARDS: z.union([z.literal('auto'), positive], { error: 'must be auto, or the number of shards in all' }).optional(),
  SHARD_IDS: z
    .string()
    .regex(/^\d{1,5}(?:\s*,\s*\d{1,5})*$/u, 'must be numbers of shards with commas between, from 0')
    .transform((text) => [...new Set(text.split(',').map(Number))].toSorted((a, b) => a - b))
    .optional(),
  COMMANDS_PER_WINDOW: positive.default(20),
  COMMAND_WINDOW_SECONDS: positive.default(30),
  DIGESTS_PER_SERVER: positive.default(25),
  DIGEST_MIN_MINUTES: positive.default(15),
  READER: z.enum(['on', 'off'], 'must be on or off').default('on'),
  IMPORT_FROM_WEB: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
  UPLOADS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  UPLOADS_PER_SERVER: positive.default(50),
  ASK_CHANNELS: z.enum(['on', 'off'], 'must be on or off').default('off'),
};

/** The database's file, in `DATA_DIR`. */
export const DATABASE_FILE = 'rapporteur.sqlite';

/** Keys whose values are secret, or contain a secret. */
const SECRET: readonly string[] = ['DISCORD_TOKEN', 'DATABASE_URL'];

/** The database of a start: the PostgreSQL database in `DATABASE_URL`, or else a file. */
export function databaseOfStart(config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'DISCORD_TOKEN'>): string {
  return config.DATABASE_URL ?? databaseFile(config);
}

/**
 * The database's file of a start with this configuration: the bot's with a token, the local room's without, in a folder of its
 * own so that experiments in the room never touch a bot's digests and settings.
 */
export function databaseFile({ DATA_DIR, DISCORD_TOKEN }: Pick<Config, 'DATA_DIR' | 'DISCORD_TOKEN'>): string {
  return DISCORD_TOKEN === undefined ? join(DATA_DIR, 'room', DATABASE_FILE) : join(DATA_DIR, DATABASE_FILE);
}

/** The file in `DATA_DIR` with the key that signs the reader's links, if access is granted article by article. */
export const LINK_KEY_FILE = 'reader.key';

/** The folder of index snapshots, in `DATA_DIR`; it can be deleted at any time. */
export const SNAPSHOTS_FOLDER = 'snapshots';
/** The folder of vectors of sentences, in `DATA_DIR`; it can be deleted at any time. */
export const VECTORS_FOLDER = 'vectors';
/** The folder of tags of articles, in `DATA_DIR`; it can be deleted at any time. */
export const TAGS_FOLDER = 'tags';

/** The names of the environment variables; `.env.example` explains each. */
export const ENVIRONMENT_KEYS = Object.keys(ENVIRONMENT) as readonly (keyof typeof ENVIRONMENT)[];

/** Everything that the environment sets, checked; ports are TCP ports, 0 for any free one. */
export type Config = Readonly<z.infer<z.ZodObject<typeof ENVIRONMENT>>>;

/** The configuration, or everything wrong with it, one sentence per key. */
export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Checks an environment. Variables set to an empty text count as not set; secret values are never repeated. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = Object.fromEntries(
    ENVIRONMENT_KEYS.flatMap((key) => {
      const value = environment[key]?.trim();
      return value ? [[key, value] as const] : [];
    }),
  );
  const parsed = z.object(ENVIRONMENT).safeParse(given);
  if (parsed.success) {
    const problem = shardProblem(parsed.data) ?? transportProblem(parsed.data);
    return problem === undefined ? { kind: 'config', config: parsed.data } : { kind: 'invalid', problems: [problem] };
  }
  const problems = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    const value = SECRET.includes(key) ? '' : `, not ${JSON.stringify(given[key])}`;
    return `${key} ${message}${value}.`;
  });
  return { kind: 'invalid', problems };
}

/** Says what is wrong with the shards of a process. */
function shardProblem({ SHARDS: total, SHARD_IDS: ids, DATABASE_URL: server }: Config): string | undefined {
  if (ids === undefined) return undefined;
  if (typeof total !== 'number') return 'SHARD_IDS needs SHARDS, the number of shards in all.';
  if (server === undefined)
    return 'SHARD_IDS needs DATABASE_URL: a SQLite file has one process, which takes every shard.';
  const beyond = ids.find((id) => id >= total);
  return beyond === undefined ? undefined : `SHARD_IDS must be 0 to ${total - 1} for ${total} shards, not ${beyond}.`;
}

/** Says what does not go together with interactions over HTTP, where no gateway is connected. */
function transportProblem({ INTERACTIONS, HTTP_PORT, ASK_CHANNELS, SHARDS }: Config): string | undefined {
  if (INTERACTIONS === 'gateway') return undefined;
  if (HTTP_PORT === undefined) return 'INTERACTIONS=http needs HTTP_PORT, the port on which interactions arrive.';
  if (ASK_CHANNELS === 'on')
    return 'ASK_CHANNELS=on needs INTERACTIONS=gateway: messages only arrive over the gateway.';
  if (SHARDS !== undefined) return 'SHARDS needs INTERACTIONS=gateway: interactions over HTTP have no shards.';
  return undefined;
}

/** Returns a key's default, as text; undefined if it has none. */
export function defaultOf(key: keyof typeof ENVIRONMENT): string | undefined {
  const value: string | number | readonly number[] | undefined = ENVIRONMENT[key].safeParse(undefined).data;
  return value?.toString();
}
