import { z } from 'zod';
import { articleIdSchema, editionSchema } from '../article/article.ts';
import { excerptSchema } from '../excerpt/excerpt.ts';
import { RULE_IDS, ruleDataSchema } from '../language/dates/ruleReading.ts';
import { piecesSchema } from './said.ts';

const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();
const searchedSchema = z.object({ article: articleIdSchema, edition: editionSchema }).readonly();
/** Words of the source; `inferred` says what they were taken from where the event's own sentences do not say them. */
const fragmentSchema = z
  .object({ text: z.string(), span: spanSchema, inferred: z.literal('dateline').optional() })
  .readonly();

/** A date expression with the date it means (EDTF, ISO 8601-2), how sure that is, and by which rule. */
export const dateSchema = z
  .object({
    text: z.string(),
    span: spanSchema,
    edtf: z.string().nullable(),
    certainty: z.enum(['stated', 'resolved', 'inferred', 'vague']),
    /** The rule in words. In JSON it is always there; before that only in the words of an editor. */
    rule: z.string().optional(),
    ruleId: z.enum(RULE_IDS).optional(),
    ruleData: ruleDataSchema.optional(),
  })
  .readonly();

export const eventSchema = z
  .object({
    label: z.string(),
    kind: z.string(),
    modality: z.string(),
    date: dateSchema.unwrap().omit({ text: true }).extend({ phrase: z.string() }).readonly().nullable(),
    places: z.array(fragmentSchema).readonly(),
    actors: z.array(fragmentSchema).readonly(),
    excerpt: excerptSchema,
    /** The words in `excerpt` that tell of it, by which the events of one sentence are told apart. */
    trigger: spanSchema,
    also: z.array(excerptSchema).readonly(),
    status: z.enum(['extracted', 'confirmed', 'corrected', 'rejected']),
  })
  .readonly();
export type AnswerEvent = z.infer<typeof eventSchema>;

const verdictKindSchema = z.enum(['exact', 'folded', 'spliced', 'altered', 'elsewhere', 'too-short', 'absent']);
const differencesSchema = z
  .array(
    z
      .object({
        kind: z.string(),
        quoted: z.string(),
        source: z.string(),
        span: spanSchema,
        at: spanSchema.optional(),
        flag: z.string().optional(),
      })
      .readonly(),
  )
  .readonly();

/** What another edition has of a quotation than the one that it was judged in. Spans are in that edition's source. */
export const editionVerdictSchema = z
  .object({
    article: articleIdSchema,
    edition: editionSchema,
    /** Whether it is the article's present edition, rather than one that was kept. */
    present: z.boolean(),
    /** The day on which a kept edition was imported, where that was recorded. */
    received: z.string().optional(),
    verdict: verdictKindSchema,
    matches: z.array(excerptSchema).readonly(),
    differences: differencesSchema,
    /** Whether the place that was claimed holds in that edition; only where one was claimed. */
    holds: z.boolean().optional(),
  })
  .readonly();
export type EditionVerdict = z.infer<typeof editionVerdictSchema>;

export const verdictSchema = z.object({
  kind: z.literal('verdict'),
  verdict: verdictKindSchema,
  matches: z.array(excerptSchema).readonly(),
  /**
   * Put into the source's `passage` in order, with those of `omitted` that have a place in the quotation, they give what
   * was `judged` back, letter for letter: at each `span` the quotation has `quoted` instead. `at` is in the quotation as typed.
   */
  differences: differencesSchema,
  /** `quoted` is what the quotation has in their place; those without are next to it, or told by a difference too. */
  omitted: z
    .array(
      z
        .object({
          text: z.string(),
          span: spanSchema,
          flag: z.string().optional(),
          quoted: z.string().optional(),
          at: spanSchema.optional(),
        })
        .readonly(),
    )
    .readonly(),
  /** Words of the quotation as typed that were not judged, and why: an `attribution`, or `markup`. */
  unjudged: z
    .array(z.object({ text: z.string(), span: spanSchema, why: z.string() }).readonly())
    .readonly()
    .optional(),
  /** The parts of the quotation as typed that were judged; the rest is `unjudged`, quotation marks, markup, white space. */
  judged: z.array(spanSchema).readonly().optional(),
  /**
   * For `altered`: the parts in quotation marks that the source has, the longest first; or the one part that it has, where
   * only words before and after it were added. `span` is in the quotation as typed.
   */
  parts: z
    .array(
      z
        .object({
          text: z.string(),
          span: spanSchema,
          verdict: z.enum(['exact', 'folded']),
          matches: z.array(excerptSchema).readonly(),
        })
        .readonly(),
    )
    .readonly()
    .optional(),
  /** What of the source the differences are about; missing where the fragments are in several places. */
  passage: z.object({ article: articleIdSchema, edition: editionSchema, span: spanSchema }).readonly().optional(),
  /** Where the words are in other articles, if they are not in the one that was named. */
  elsewhere: z.array(excerptSchema).readonly().optional(),
  /** For `absent`: the words of the quotation that occur in what was searched, folded, and the sentence with most of them. */
  occurring: z.array(z.string()).readonly().optional(),
  nearest: excerptSchema.optional(),
  claimed: z
    .object({
      reference: z.string().optional(),
      article: z.string().optional(),
      /** The edition that the claim names, where it is not the present one. `holds` is judged in it if it is kept. */
      edition: z.string().optional(),
      /** Only with `edition`: whether that edition is kept, and so was judged. */
      kept: z.boolean().optional(),
      holds: z.boolean(),
    })
    .readonly()
    .optional(),
  searched: z.array(searchedSchema).readonly(),
  /** How many places hold the words, where they are too short to judge or `matches` has another number of passages. */
  places: z.int().nonnegative().optional(),
  /** There are more places than `places`. */
  more: z.boolean().optional(),
  /** What other editions have of the words: kept ones, or the present one where a kept one was judged. */
  editions: z.array(editionVerdictSchema).readonly().optional(),
});

/** How near a sentence comes to words that were typed: how many of them it holds, and where it says something else. */
const nearnessSchema = {
  held: z.int().nonnegative(),
  of: z.int().nonnegative(),
  differences: z
    .array(
      z
        .object({ kind: z.enum(['number', 'name', 'negation', 'word']), typed: z.string(), source: z.string() })
        .readonly(),
    )
    .readonly(),
};

/** The part of the library that was searched, if it was not all of it. */
export const scopeSchema = z
  .object({
    article: articleIdSchema,
    section: z.object({ number: z.int().nonnegative(), heading: z.string().nullable() }).readonly().optional(),
  })
  .readonly();
export type AnswerScope = z.infer<typeof scopeSchema>;

/** What `reason` was computed from, as far as it applies. */
export const causeSchema = z
  .object({
    scope: scopeSchema.optional(),
    /** Words of the query that stand in most texts, and occur. */
    common: z.array(z.string()).readonly().optional(),
    /** Each phrase in quotation marks, and how many sentences hold it. */
    phrases: z
      .array(z.object({ text: z.string(), sentences: z.int().nonnegative() }).readonly())
      .readonly()
      .optional(),
    /** How many sentences hold what was asked for, and how many of those hold each excluded word. */
    excluded: z
      .object({
        sentences: z.int().positive(),
        words: z.array(z.object({ word: z.string(), sentences: z.int().nonnegative() }).readonly()).readonly(),
      })
      .readonly()
      .optional(),
    /** Where words are that the scope has not. */
    elsewhere: z
      .array(z.object({ ...scopeSchema.unwrap().shape, words: z.array(z.string()).readonly() }).readonly())
      .readonly()
      .optional(),
    /** There was too much text to look for a phrase across sentences. */
    incomplete: z.literal(true).optional(),
    /** For `no-event`: what there is. Dates are EDTF, of the first and the last dated event. */
    events: z
      .object({ count: z.int().nonnegative(), first: z.string().nullable(), last: z.string().nullable() })
      .readonly()
      .optional(),
    /** For `no-summary`: how many sentences there are. */
    sentences: z.int().nonnegative().optional(),
  })
  .readonly();
export type AnswerCause = z.infer<typeof causeSchema>;

const remarksSchema = {
  /** What a reader must know about these excerpts, such as an edition that has changed; each a sentence or two. */
  notes: z.array(z.string()).readonly().optional(),
  /** For `notes` on a changed edition: word by word, what the passage said and says. */
  changes: z
    .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }).readonly())
    .readonly()
    .optional(),
};

const equivalentSchema = z
  .object({ command: z.string(), options: z.record(z.string(), z.string()).readonly() })
  .readonly();

/** The command that returns the same answer by itself, if another one was used to get it, such as a digest's preview. */
const equivalent = equivalentSchema.optional();

export const sourceSchema = z
  .object({
    id: articleIdSchema,
    title: z.string(),
    published: z.string().nullable(),
    /** Why `published` says so, where the source does not state it. */
    publishedNote: z.string().optional(),
    edition: editionSchema,
    paragraphs: z.int(),
    language: z.string(),
    url: z.string().optional(),
  })
  .readonly();

/** A run of a digest: when it was due, what became of it, and why. Instants are ISO 8601 in UTC. */
export const runSchema = z
  .object({
    due: z.string(),
    state: z.enum(['pending', 'claimed', 'posted', 'skipped', 'failed', 'uncertain']),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
    /** An identifier for `detail`, such as `no-event`, unless that is Discord's own words. */
    cause: z.string().optional(),
    late: z.boolean(),
    manual: z.boolean(),
    message: z.string().nullable(),
    /** Where the message can be read. */
    url: z.string().optional(),
  })
  .readonly();
export type AnswerRun = z.infer<typeof runSchema>;

/** A digest: what it posts, when and where. `next` has the local time of each run, and what a clock change does to it. */
export const scheduleSchema = z
  .object({
    name: z.string(),
    channel: z.string(),
    what: z.string(),
    /** The kind of content that `what` describes. */
    content: z.enum(['sections', 'section', 'summary', 'events', 'quote']).optional(),
    when: z.string(),
    zone: z.string(),
    /** Why it does not run: `paused`, `ended`, or what must be repaired; `active` otherwise. */
    status: z.enum(['active', 'paused', 'ended', 'forbidden', 'gone', 'left']),
    pausedUntil: z.string().nullable(),
    late: z.string(),
    /** Up to how many hours late a missed run is posted; 0: missed runs are skipped. */
    lateHours: z.number().nonnegative().optional(),
    next: z
      .array(
        z
          .object({
            at: z.string(),
            local: z.string(),
            change: z.string().nullable(),
            /** What `change` says: the time does not exist on that day, or comes twice. */
            clockChange: z.enum(['gap', 'overlap']).optional(),
          })
          .readonly(),
      )
      .readonly(),
    last: runSchema.nullable(),
    history: z.array(runSchema).readonly().optional(),
  })
  .readonly();
export type AnswerSchedule = z.infer<typeof scheduleSchema>;

/**
 * What a command answers: plain data that knows no Discord. Stable: fields and kinds are added, never renamed.
 * Spans are half-open, in UTF-16 code units of the article's source (of the message, for `verdicts`).
 */
export const answerSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('excerpts'),
      excerpts: z.array(excerptSchema).min(1).readonly(),
      /** How many further excerpts there are. */
      more: z.int().nonnegative(),
      equivalent,
      /** Where no sentence holds the words as typed: how near each excerpt comes to them. */
      near: z
        .object({ scope: scopeSchema.optional(), passages: z.array(z.object(nearnessSchema).readonly()).readonly() })
        .readonly()
        .optional(),
      ...remarksSchema,
    }),
    z.object({
      kind: z.literal('summary'),
      excerpts: z.array(excerptSchema).min(1).readonly(),
      /** The heading of the section that is summed up, null before the first heading; missing for whole articles. */
      section: z.string().nullable().optional(),
      /** The nearest lengths that have fewer and more sentences; missing if there is none. */
      shorter: z.string().optional(),
      longer: z.string().optional(),
      equivalent,
    }),
    z.object({
      kind: z.literal('events'),
      events: z.array(eventSchema).min(1).readonly(),
      /** Whether the order by date differs from the order of the text. */
      reorders: z.boolean().optional(),
      equivalent,
      /** Where nothing is of "last summer" as of today: what it means as of an article's date, which these events are of. */
      asOf: z
        .array(z.object({ published: z.string(), phrase: z.string(), edtf: z.string() }).readonly())
        .readonly()
        .optional(),
    }),
    z.object({ kind: z.literal('dates'), dates: z.array(dateSchema).readonly() }),
    verdictSchema,
    z.object({
      kind: z.literal('verdicts'),
      verdicts: z
        .array(
          z
            .object({
              /** Which quotation of the message it is, counted from 1. */
              number: z.int().positive().optional(),
              quote: z.string(),
              span: spanSchema,
              verdict: verdictSchema.readonly(),
            })
            .readonly(),
        )
        .readonly(),
      /** How many quotations the message has, those within others too, where not all are checked at once. */
      quotations: z.int().nonnegative().optional(),
      /** The numbers of the first and last one that were looked at, where not all are checked at once. */
      checked: z.tuple([z.int(), z.int()]).readonly().optional(),
    }),
    z.object({
      kind: z.literal('citation'),
      format: z.string(),
      text: z.string(),
      excerpt: excerptSchema,
      ...remarksSchema,
    }),
    z.object({
      kind: z.literal('outline'),
      article: articleIdSchema,
      sections: z
        .array(
          z
            .object({
              heading: z.string().nullable(),
              paragraphs: z.tuple([z.int(), z.int()]).readonly().nullable(),
              span: spanSchema,
            })
            .readonly(),
        )
        .readonly(),
    }),
    z.object({
      kind: z.literal('sources'),
      articles: z.array(sourceSchema).readonly(),
      /** Why the corpus could not be read again, while the articles listed go on answering. */
      refused: z.string().optional(),
      /** Articles whose files are broken; `lastGood`: the last good version goes on answering. */
      broken: z
        .array(z.object({ name: z.string(), problem: z.string(), lastGood: z.boolean() }))
        .readonly()
        .optional(),
    }),
    z.object({
      kind: z.literal('schedules'),
      schedules: z.array(scheduleSchema).readonly(),
      /** What was done to it, or why nothing was. */
      done: z
        .enum([
          'created',
          'edited',
          'paused',
          'resumed',
          'queued',
          'ran',
          'unchanged',
          'already-paused',
          'not-paused',
          'over',
        ])
        .optional(),
      /** For `ran`: the run that was asked for, as far as it has come. */
      ran: runSchema.optional(),
    }),
    z.object({
      kind: z.literal('nothing'),
      reason: z.string(),
      searched: z.array(searchedSchema).readonly(),
      unmatched: z.array(z.string()).readonly(),
      nearest: excerptSchema.optional(),
      cause: causeSchema.optional(),
      /** The passages nearest to words that do not occur as typed, the nearest first. */
      passages: z
        .array(z.object({ excerpt: excerptSchema, ...nearnessSchema }).readonly())
        .readonly()
        .optional(),
    }),
    z.object({
      kind: z.literal('invalid'),
      option: z.string(),
      message: z.string(),
      nearest: z.array(z.string()).readonly(),
      /** The message in pieces; without them all of it is taken for words of others. */
      pieces: piecesSchema.optional(),
    }),
    z.object({
      kind: z.literal('notice'),
      text: z.string(),
      /** The text in pieces; without them all of it is our own Markdown. */
      pieces: piecesSchema.optional(),
    }),
  ])
  .readonly();
export type Answer = z.infer<typeof answerSchema>;
type AnswerKind = Answer['kind'];
/** The member of `Answer` with this kind. */
export type AnswerOf<Kind extends AnswerKind> = Extract<Answer, { kind: Kind }>;
