import type { Generated } from 'kysely';

/**
 * The tables of the database. Times are milliseconds since 1970 (UTC), booleans are 1 and 0, lists and objects are JSON
 * text: types that SQLite and PostgreSQL share (whose driver must read `bigint` as a number). Each stage checks the
 * rows that it reads with zod.
 */
export interface Database {
  migration: MigrationTable;
  setting: SettingTable;
  announced: AnnouncedTable;
  schedule: ScheduleTable;
  occurrence: OccurrenceTable;
  follow_up: FollowUpTable;
  announcement: AnnouncementTable;
  owner: OwnerTable;
  health: HealthTable;
  membership: MembershipTable;
  gap: GapTable;
  vote: VoteTable;
  lease: LeaseTable;
  interaction: InteractionTable;
}

interface MigrationTable {
  version: number;
  name: string;
  applied_at: number;
}

/** The owner of the database: one row. */
interface OwnerTable {
  id: number;
  kind: string;
  application: string;
  claimed_at: number;
}

/** Written to check that writing works: one row. */
interface HealthTable {
  id: number;
  checked_at: number;
}

/** What one process at a time may do, such as connecting to the gateway. */
interface LeaseTable {
  name: string;
  holder: string;
  /** By the server's clock. */
  held_until: number;
}

/** Interactions that came over HTTP a short while ago, so that each is answered by one process, once. */
interface InteractionTable {
  id: string;
  received_at: number;
}

interface SettingTable {
  guild: string;
  /** Empty for a server-wide setting. */
  channel: string;
  name: string;
  /** JSON. */
  value: string;
}

/** Articles that were announced to a server, or existed when it turned announcements on. */
interface AnnouncedTable {
  guild: string;
  article: string;
  announced_at: number;
  /** While a process greets a server, the time after which others may; otherwise null. */
  lease_until: number | null;
}

/** Queued announcements, one message per row. */
interface AnnouncementTable {
  id: string;
  guild: string;
  channel: string;
  /** JSON: ids. */
  articles: string;
  /** `new`, `replaced` or `removed`. */
  about: string;
  /** Of an article that was removed, until that is announced. */
  title: string | null;
  state: string;
  detail: string | null;
  attempt: number;
  not_before: number;
  /** While a process attempts it, the time after which others may. */
  lease_until: number | null;
  first_tried: number | null;
  /** When a message with unknown outcome may have been sent. */
  sent_at: number | null;
  message: string | null;
  finished_at: number | null;
}

/** Servers that the bot is in, or was removed from but not forgotten yet. */
interface MembershipTable {
  application: string;
  guild: string;
  /** When the bot was removed; null while it is a member. */
  left_at: number | null;
}

/** Questions without an answer, by day. */
interface GapTable {
  guild: string;
  day: string;
  /** Empty if all articles were asked. */
  article: string;
  /** Empty if the text is not kept. */
  question: string;
  times: number;
}

/** Votes on answers, one a member an answer. */
interface VoteTable {
  guild: string;
  /** The id of the message. */
  answer: string;
  /** A digest of the member's id and the answer's. */
  voter: string;
  up: number;
  day: string;
  /** Empty if the answer is not from one article. */
  article: string;
  /** Empty if the text is not kept. */
  question: string;
}

interface ScheduleTable {
  id: string;
  guild: string;
  channel: string;
  name: string;
  /** The name in lower case, unique in its server. */
  name_key: string;
  /** JSON. */
  content: string;
  /** JSON. */
  rule: string;
  zone: string;
  /** Null if missed runs are skipped. */
  late_hours: number | null;
  creator: string;
  created_at: number;
  position: number;
  paused_until: number | null;
  disabled: string | null;
  /** Everything due until then is in the ledger, or was not supposed to run. */
  cursor: number;
  /** The first run after the cursor; null if there is none. */
  next_due: number | null;
  /** The role that each post mentions. */
  mention: string | null;
  /** The tag of its posts in a forum. */
  tag: string | null;
  publish: Generated<number>;
  thread: Generated<number>;
}

/** What is done with a posted message: publishing it, or opening a thread below it. */
interface FollowUpTable {
  run: string;
  kind: string;
  state: string;
  /** When the message was posted. */
  since: number;
  not_before: number;
  attempt: number;
  detail: string | null;
  /** When a notice of its failure is due; null if none is, or it has been sent. */
  tell_after: number | null;
}

interface OccurrenceTable {
  id: string;
  schedule: string;
  local: string;
  utc_offset: string;
  due: number;
  /** The wall-clock time that was requested, if a clock change moved the run. */
  wanted: string | null;
  manual: number;
  missed: number;
  state: string;
  reason: string | null;
  detail: string | null;
  owner: string | null;
  lease_until: number | null;
  attempt: number;
  not_before: number;
  first_tried: number | null;
  /** When a message with unknown outcome may have been sent. */
  sent_at: number | null;
  position: number | null;
  /** The schedule's position once this is posted; -1 if its plan ends. */
  next_position: number | null;
  /** Where it was sent, which may differ from where the schedule posts now. */
  channel: string | null;
  message: string | null;
  finished_at: number | null;
  /** When a notice of the outcome is due; null if none is, or it has been sent. */
  tell_after: number | null;
}
