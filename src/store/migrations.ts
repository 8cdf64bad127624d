import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** One schema migration. Migrations are appended, and never changed once released. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<Database>): Promise<void>;
}

/** All migrations, oldest first; a migration's version is its position, from 1. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'settings',
    async up(db) {
      await db.schema
        .createTable('setting')
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('setting_key', ['guild', 'channel', 'name'])
        .execute();
      await db.schema
        .createTable('announced')
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('announced_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('announced_key', ['guild', 'article'])
        .execute();
    },
  },
  {
    name: 'schedules and their ledger',
    async up(db) {
      await db.schema
        .createTable('schedule')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('name_key', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('rule', 'text', (column) => column.notNull())
        .addColumn('zone', 'text', (column) => column.notNull())
        .addColumn('late_hours', 'integer')
        .addColumn('creator', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('paused_until', 'bigint')
        .addColumn('disabled', 'text')
        .addColumn('cursor', 'bigint', (column) => column.notNull())
        .addColumn('next_due', 'bigint')
        .addUniqueConstraint('schedule_name', ['guild', 'name_key'])
        .execute();
      await db.schema.createIndex('schedule_next_due').on('schedule').column('next_due').execute();
      await db.schema
        .createTable('occurrence')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('schedule', 'text', (column) => column.notNull().references('schedule.id').onDelete('cascade'))
        .addColumn('local', 'text', (column) => column.notNull())
        .addColumn('utc_offset', 'text', (column) => column.notNull())
        .addColumn('due', 'bigint', (column) => column.notNull())
        .addColumn('wanted', 'text')
        .addColumn('manual', 'integer', (column) => column.notNull())
        .addColumn('missed', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('detail', 'text')
        .addColumn('owner', 'text')
        .addColumn('lease_until', 'bigint')
        .addColumn('attempt', 'integer', (column) => column.notNull())
        .addColumn('not_before', 'bigint', (column) => column.notNull())
        .addColumn('first_tried', 'bigint')
        .addColumn('sent_at', 'bigint')
        .addColumn('position', 'integer')
        .addColumn('next_position', 'integer')
        .addColumn('channel', 'text')
        .addColumn('message', 'text')
        .addColumn('finished_at', 'bigint')
        .addColumn('tell_after', 'bigint')
        .addUniqueConstraint('occurrence_key', ['schedule', 'local', 'utc_offset'])
        .execute();
      await db.schema.createIndex('occurrence_state').on('occurrence').columns(['state', 'not_before']).execute();
      await db.schema.createIndex('occurrence_due').on('occurrence').columns(['schedule', 'due']).execute();
      await db.schema.createIndex('occurrence_tell').on('occurrence').column('tell_after').execute();
    },
  },
  {
    name: 'leases of announcements',
    async up(db) {
      await db.schema.alterTable('announced').addColumn('lease_until', 'bigint').execute();
    },
  },
  {
    name: 'ledger of announcements',
    async up(db) {
      await db.schema
        .createTable('announcement')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('articles', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('detail', 'text')
        .addColumn('attempt', 'integer', (column) => column.notNull())
        .addColumn('not_before', 'bigint', (column) => column.notNull())
        .addColumn('lease_until', 'bigint')
        .addColumn('first_tried', 'bigint')
        .addColumn('sent_at', 'bigint')
        .addColumn('message', 'text')
        .addColumn('finished_at', 'bigint')
        .execute();
      await db.schema.createIndex('announcement_state').on('announcement').columns(['state', 'not_before']).execute();
      // What a process had claimed and neither posted nor released counts as new again.
      await db.deleteFrom('announced').where('lease_until', 'is not', null).execute();
    },
  },
  {
    name: 'owner and health',
    async up(db) {
      await db.schema
        .createTable('owner')
        .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('application', 'text', (column) => column.notNull())
        .addColumn('claimed_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('health')
        .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
        .addColumn('checked_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  {
    name: 'servers the bot is in',
    async up(db) {
      await db.schema
        .createTable('membership')
        .addColumn('application', 'text', (column) => column.notNull())
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('left_at', 'bigint')
        .addPrimaryKeyConstraint('membership_key', ['application', 'guild'])
        .execute();
    },
  },
  {
    name: 'questions without an answer',
    async up(db) {
      await db.schema
        .createTable('gap')
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('gap_key', ['guild', 'day', 'article', 'question'])
        .execute();
    },
  },
  {
    name: 'leases of processes',
    async up(db) {
      await db.schema
        .createTable('lease')
        .addColumn('name', 'text', (column) => column.primaryKey().notNull())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('held_until', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  {
    name: 'votes on answers',
    async up(db) {
      await db.schema
        .createTable('vote')
        .addColumn('guild', 'text', (column) => column.notNull())
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('voter', 'text', (column) => column.notNull())
        .addColumn('up', 'integer', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('vote_key', ['guild', 'answer', 'voter'])
        .execute();
    },
  },
  {
    name: 'interactions over HTTP',
    async up(db) {
      await db.schema
        .createTable('interaction')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('received_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('interaction_received').on('interaction').column('received_at').execute();
    },
  },
  {
    name: 'mentions, tags and follow-ups of digests',
    async up(db) {
      await db.schema.alterTable('schedule').addColumn('mention', 'text').execute();
      await db.schema.alterTable('schedule').addColumn('tag', 'text').execute();
      await db.schema
        .alterTable('schedule')
        .addColumn('publish', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .alterTable('schedule')
        .addColumn('thread', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .createTable('follow_up')
        .addColumn('run', 'text', (column) => column.notNull().references('occurrence.id').onDelete('cascade'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('since', 'bigint', (column) => column.notNull())
        .addColumn('not_before', 'bigint', (column) => column.notNull())
        .addColumn('attempt', 'integer', (column) => column.notNull())
        .addColumn('detail', 'text')
        .addColumn('tell_after', 'bigint')
        .addPrimaryKeyConstraint('follow_up_key', ['run', 'kind'])
        .execute();
      await db.schema.createIndex('follow_up_state').on('follow_up').columns(['state', 'not_before']).execute();
    },
  },
  {
    name: 'announcements of what was replaced and removed',
    async up(db) {
      await db.schema
        .alterTable('announcement')
        .addColumn('about', 'text', (column) => column.notNull().defaultTo('new'))
        .execute();
      await db.schema.alterTable('announcement').addColumn('title', 'text').execute();
    },
  },
];
