import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { formatHandle } from '../src/article/handle.ts';
import { resolveReference } from '../src/article/passage.ts';
import { formatReference, parseReference } from '../src/article/references/reference.ts';
import { excerptOfHit } from '../src/answer/hits.ts';
import { quotePassages, readQuote } from '../src/answer/quote.ts';
import { suggestSentences } from '../src/answer/reading/suggestSentences.ts';
import { articleChoices, passageName, referenceChoices, sectionChoices } from '../src/command/choices.ts';
import type {
  Choice,
  Command,
  CommandOptions,
  OptionsOf,
  SlashDefinition,
  CommandContext,
} from '../src/command/command.ts';
import {
  ARTICLE_OPTION,
  EVERYWHERE,
  HIDE_OPTION,
  QUERY_MAX_CHARS,
  SECTION_OPTION,
} from '../src/command/definitions.ts';
import { resolvePassages } from '../src/command/resolvePassages.ts';
import { readWith } from '../src/command/readWith.ts';
import { chooseScope, chosenArticle } from '../src/command/scope.ts';
import type { AnswerOf } from '../src/answer/answer.ts';
import { noSuchReference } from '../src/reply/words/nothingWords.ts';
import { valueOf } from '../src/runtime/entryAt.ts';

const definition = {
  name: 'quote',
  description: 'Quote a sentence by its words or its subject, or the passage at a reference',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      description: 'Words to find, a reference (12.2), or a reader link',
      required: true,
      max_length: QUERY_MAX_CHARS,
      autocomplete: true,
    },
    ARTICLE_OPTION,
    SECTION_OPTION,
    {
      type: ApplicationCommandOptionType.String,
      name: 'scope',
      description: 'How much to quote (default: the sentence)',
      choices: [
        { name: 'The sentence', value: 'sentence' },
        { name: 'Its whole paragraph', value: 'paragraph' },
        { name: 'The paragraph with those before and after', value: 'context' },
      ],
    },
    HIDE_OPTION,
    { type: ApplicationCommandOptionType.User, name: 'mention', description: 'Member to mention' },
  ],
} as const satisfies SlashDefinition;

type Options = OptionsOf<typeof definition>;

export default {
  definition,
  needs: 'search',
  help: [
    'Quotes the sentences that have the words you give, in their order; then those that are about them. If none has them as typed, it says so and shows the closest, with what differs. The list that opens while you type shows sentences of the source.',
    'A reference shows that passage: `12` (paragraph 12), `12.2` (its second sentence), `3-5`, `12,14`, `12ff`, `fig2`, `standfirst` (a number that names no paragraph is looked for in the text); so does a handle such as `article-id/¶12.2@1a2b3c4d`, or a link to our reader.',
    'Buttons show the next match, the whole paragraph, and what stands before and after.',
  ].join('\n'),
  async run({ text, article, section, scope = 'sentence' }: Options, context) {
    const passages = await resolvePassages(text, article, context, { orWords: true });
    if (passages.kind === 'invalid')
      return (await wordsInstead({ text, article, section, scope }, context)) ?? passages;
    if (passages.kind === 'passages') {
      return {
        kind: 'excerpts',
        excerpts: scope === 'sentence' ? passages.excerpts : quotePassages(passages.article, passages.passages, scope),
        more: 0,
        ...passages.remarks,
      };
    }
    const where = chooseScope({ article, section }, context);
    if ('kind' in where) return where;
    return readQuote(text, context.library, { ...where, around: scope, ...readWith(context) });
  },
  complete({ name, value }, options, context) {
    if (name === 'article') return articleChoices(value, context);
    if (name === 'section') return sectionChoices(value, chosenArticle(options, context));
    return sentenceChoices(value, options, context);
  },
} satisfies Command;

/**
 * Treats a text that names no passage as words: "2022" if no article has ¶2022, "title" if none has one. Undefined if
 * the only article asked does not have the words either, or a reference was clearly meant.
 */
async function wordsInstead(
  { text, article, section, scope }: Options,
  context: CommandContext,
): Promise<AnswerOf<'excerpts' | 'nothing'> | undefined> {
  const reference = parseReference(text);
  if (!reference || /[¶§#]/u.test(text)) return undefined;
  const where = chooseScope({ article, section }, context);
  if ('kind' in where) return undefined;
  const asked = where.article ? [where.article] : [...context.library.articles.values()];
  if (asked.some((one) => resolveReference(one, reference).kind === 'passages')) return undefined;
  const answer = await readQuote(text, context.library, { ...where, around: scope, ...readWith(context) });
  if (answer.kind === 'nothing' && asked.length > 1) return answer;
  if (answer.kind !== 'excerpts' || answer.near) return undefined;
  return { ...answer, notes: [noSuchReference({ reference: formatReference(reference), typed: text.trim() }, asked)] };
}

/** Shows the sentences themselves; each entry's value is the handle of its sentence. */
async function sentenceChoices(
  typed: string,
  options: CommandOptions,
  context: CommandContext,
): Promise<readonly Choice[]> {
  const article = chosenArticle(options, context);
  if (typed.trim() === '' || /^[¶\d]/u.test(typed.trim()))
    return referenceChoices(typed, article ? [article] : context.library.articles.values());
  const several = article === undefined && context.library.articles.size > 1;
  const hits = await suggestSentences(typed, context.library, { article, ...readWith(context) });
  const choices = hits.flatMap((hit) =>
    excerptOfHit(context.library, hit).map(({ article: id, reference, text }) => ({
      holds: hit.literal === true || hit.matchedShare > 0,
      name: passageName({ reference, article: several ? id : undefined }, text, typed),
      value: formatHandle(valueOf(context.library.articles, id), reference),
    })),
  );
  // Near matches are only useful if nothing has all the words.
  const holding = choices.filter(({ holds }) => holds);
  return (holding.length > 0 ? holding : choices).map(({ name, value }) => ({ name, value }));
}
