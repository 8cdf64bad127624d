import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Answer, answerSchema } from '../../src/answer/answer.ts';
import { causeSchema } from '../../src/answer/schema/nothingAnswer.ts';
import { dateSchema, eventSchema } from '../../src/answer/schema/eventAnswers.ts';
import { editionVerdictSchema } from '../../src/answer/schema/editionVerdict.ts';
import { runSchema, scheduleSchema } from '../../src/answer/schema/scheduleAnswers.ts';
import { scopeSchema } from '../../src/answer/schema/scope.ts';
import { sourceSchema } from '../../src/answer/schema/sourceAnswers.ts';
import { verdictSchema } from '../../src/answer/schema/verdictAnswers.ts';
import { piecesSchema } from '../../src/answer/said.ts';
import { excerptSchema } from '../../src/excerpt/excerpt.ts';
import { readFieldComments } from './fieldComments.ts';
import { schemaAsType, type JsonSchema } from './schemaAsType.ts';

const SCHEMAS = 'src/answer/schema';
const FILES = [
  ...readdirSync(new URL(`../../${SCHEMAS}`, import.meta.url))
    .sort()
    .map((file) => `${SCHEMAS}/${file}`),
  'src/answer/said.ts',
  'src/excerpt/excerpt.ts',
];

/** The types that have a name in the page, in its order. */
const TYPES = {
  Excerpt: [excerptSchema, 'A verbatim slice of an article’s source: `source.slice(...span)` is `text`.'],
  Event: [eventSchema, 'Something that an article says happened, is planned or was said.'],
  DateExpression: [
    dateSchema,
    'A date expression, the date it means in EDTF (ISO 8601-2), how sure that is, and by which rule.',
  ],
  Verdict: [verdictSchema, 'Whether a quotation is in the articles searched, and where.'],
  EditionVerdict: [
    editionVerdictSchema,
    'What another edition has of a quotation than the one it was judged in. Spans are in that edition’s source.',
  ],
  Cause: [causeSchema, 'What the reason of a `nothing` was computed from, as far as it applies.'],
  Scope: [scopeSchema, 'The part of the articles that was searched, if it was not all of them.'],
  Source: [sourceSchema, 'A loaded article.'],
  Schedule: [scheduleSchema, 'A digest: what it posts, when and where.'],
  Run: [runSchema, 'A run of a digest: when it was due, what became of it, and why. Times are ISO 8601 in UTC.'],
  Pieces: [
    piecesSchema,
    'A message in pieces: our Markdown, words of others (to be shown character for character), or a channel.',
  ],
} as const;

/** What gives each kind of answer. */
const KINDS: Readonly<Record<Answer['kind'], string>> = {
  excerpts:
    '`ask`, `quote`, `section` with a section, `cite` without a format, “Find in sources”. Best first for `ask` and `quote`.',
  summary: '`summary`.',
  events: '`event`.',
  dates: '`dates` in a terminal.',
  verdict: '`verify`. In a terminal the exit code is 1 unless the quotation holds; `verify --help` says when.',
  verdicts:
    '“Check quotes”, for all quotations of a message, and `check-quotes FILE` in a terminal, for those of a draft. Their spans are in the text, with line feeds at the ends of lines.',
  citation: '`cite` with a format.',
  outline: '`section` without a section.',
  sources: '`sources`.',
  schedules: '`digest`.',
  nothing: 'Any command that found no answer. `reason` is an identifier. In a terminal the exit code is 1.',
  invalid: 'Any command whose options cannot be used; `nearest` has values that can. In a terminal the exit code is 2.',
  notice: 'A message: `help`, `settings`, and what else has no data of its own.',
};

const HEAD = `# Answers as JSON

Written by \`npm run docs\` from the schemas in \`src/answer/schema/\`; a test fails if the two differ.

\`--json\` prints an answer as one JSON object; \`batch\` reads \`{"id", "command", "options"}\` a line from standard input and writes
\`{"id", "answer"}\` a line in the same order, or \`{"id", "error"}\` for a line it cannot use.

\`\`\`sh
npm run -s rapporteur -- quote "Crocus City Hall" --json
echo '{"id": 1, "command": "ask", "options": {"question": "Who was arrested?"}}' | npm run -s rapporteur -- batch
\`\`\`

Each answer has a \`kind\`. Fields and kinds are added, never renamed or removed: ignore what you do not know. Spans are half-open,
\`[start, end)\`, in UTF-16 code units of the article's source unless said otherwise. The types below are in the notation of TypeScript;
\`?\` marks a field that may be missing.
`;

/** Writes docs/answers.md. */
export function answersPage(): string {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, [schema]] of Object.entries(TYPES)) registry.add(schema, { id });
  const { oneOf = [], $defs = {} } = z.toJSONSchema(answerSchema, { metadata: registry }) as JsonSchema;
  const comments = readFieldComments(
    FILES.map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')),
  );
  const block = (text: string) => `\`\`\`ts\n${text}\n\`\`\`\n`;
  const kinds = oneOf.map((schema) => {
    const { properties = {} } =
      schema.$ref === undefined ? schema : ($defs[schema.$ref.split('/').at(-1)!] as JsonSchema);
    const kind = (properties['kind'] as { readonly const: Answer['kind'] }).const;
    return `### ${kind}\n\n${KINDS[kind]}\n\n${block(schemaAsType(schema, comments))}`;
  });
  const types = Object.entries(TYPES).map(
    ([id, [, about]]) =>
      `### ${id}\n\n${about}\n\n${block(`type ${id} = ${schemaAsType($defs[id] as JsonSchema, comments)}`)}`,
  );
  return [HEAD, '## Kinds\n', ...kinds, '## Types\n', ...types].join('\n');
}
