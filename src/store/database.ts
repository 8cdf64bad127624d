/**
 * The tables, as the database holds them. Times are milliseconds since 1970 (UTC), yes and no are 1 and 0, lists and
 * objects are JSON text: types that SQLite and PostgreSQL share (whose driver has to read `bigint` as a number). Each stage checks the rows that it reads with zod.
 */
export interface Database {
  migration: MigrationTable;
  setting: SettingTable;
  announced: AnnouncedTable;
  schedule: ScheduleTable;
  occurrence: OccurrenceTable;
  announcement: AnnouncementTable;
  owner: OwnerTable;
  health: HealthTable;
  membership: MembershipTable;
}

interface MigrationTable {
  version: number;
  name: string;
  applied_at: number;
}

/** Whose database it is: one row. */
interface OwnerTable {
  id: number;
  kind: string;
  application: string;
  claimed_at: number;
}

/** What is written to see whether it can be: one row. */
interface HealthTable {
  id: number;
  checked_at: number;
}

interface SettingTable {
  guild: string;
  /** Empty for a setting of the whole server. */
  channel: string;
  name: string;
  /** JSON. */
  value: string;
}

/** Articles that a server has been told of, or had when it asked to be told. */
interface AnnouncedTable {
  guild: string;
  article: string;
  announced_at: number;
  /** While somebody greets a server, the time from which others may; otherwise null. */
  lease_until: number | null;
}

/** What is to be announced, one message a row. */
interface AnnouncementTable {
  id: string;
  guild: string;
  channel: string;
  /** JSON: ids. */
  articles: string;
  state: string;
  detail: string | null;
  attempt: number;
  not_before: number;
  /** While somebody attempts it, the time from which others may. */
  lease_until: number | null;
  first_tried: number | null;
  /** When a message may have been sent of which nothing is known yet. */
  sent_at: number | null;
  message: string | null;
  finished_at: number | null;
}

/** Servers that the bot is in, or has been removed from and not forgotten yet. */
interface MembershipTable {
  application: string;
  guild: string;
  /** When it was removed; null while it is a member. */
  left_at: number | null;
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
  /** Null where missed runs are skipped. */
  late_hours: number | null;
  creator: string;
  created_at: number;
  position: number;
  paused_until: number | null;
  disabled: string | null;
  /** Everything due until then is in the ledger, or was not to run. */
  cursor: number;
  /** The first run after the cursor; null if there is none. */
  next_due: number | null;
}

interface OccurrenceTable {
  id: string;
  schedule: string;
  local: string;
  utc_offset: string;
  due: number;
  /** The wall-clock time asked for, where a clock change moved the run. */
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
  /** When a message may have been sent of which nothing is known yet. */
  sent_at: number | null;
  position: number | null;
  /** What the schedule's position becomes when this is posted; -1 if its plan ends. */
  next_position: number | null;
  /** Where it was sent, which need not be where the schedule posts now. */
  channel: string | null;
  message: string | null;
  finished_at: number | null;
  /** When somebody is to be told of the outcome; null if nobody is, or has been. */
  tell_after: number | null;
}
