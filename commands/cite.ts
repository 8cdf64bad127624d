import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { articleChoices, referenceChoices } from '../src/command/choices.ts';
import { invalid } from '../src/command/checkOptions.ts';
import type { Command, OptionsOf, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { resolvePassages, nearestReferences } from '../src/command/resolvePassages.ts';
import { chosenArticle } from '../src/command/scope.ts';
import { CITATION_FORMATS, citation } from '../src/excerpt/citation.ts';
import { noReferenceToCite } from '../src/reply/words/commands/referenceWords.ts';
import { unmarkedPassage } from '../src/reply/words/editionNotes.ts';
import { FORMAT_NAMES } from '../src/reply/words/formatNames.ts';
import { entryAt } from '../src/runtime/entryAt.ts';

const definition = {
  name: 'cite',
  description: 'The passage at a reference, or its citation in the style you need',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'reference',
      description: 'Such as 12, 12.2, 3-5, 12,14, fig2, standfirst, or a handle',
      required: true,
      autocomplete: true,
      max_length: 200,
    },
    ARTICLE_OPTION,
    {
      type: ApplicationCommandOptionType.String,
      name: 'format',
      description: 'The citation style (default: the passage itself)',
      choices: CITATION_FORMATS.map((value) => ({ name: FORMAT_NAMES[value], value })),
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: [
    'References: `12` (paragraph 12), `12.2` (its second sentence), `12.2-3`, `3-5`, `12.2-13.1`, `12,14`, `12ff` (to the end of its section), `last`, `fig2`, `standfirst`; or a handle such as `article-id/¶12.2@1a2b3c4d`, which names its article and edition. When the edition has changed since, it says so.',
    'What is not known of an article, such as its author, is left out of a citation, never made up.',
  ].join('\n'),
  async run({ reference, article, format }: OptionsOf<typeof definition>, context) {
    const found = await resolvePassages(reference, article, context);
    if (found.kind === 'invalid') return found;
    if (found.kind === 'words')
      return invalid('reference', noReferenceToCite(reference), nearestReferences(reference, article, context));
    const { excerpts, remarks } = found;
    const reader = context.links(entryAt(excerpts, 0));
    // The plain address: no text fragment distinguishes this passage from others with the same words.
    const unmarked = reader !== undefined && reader === found.article.url;
    const notes = [...(remarks.notes ?? []), ...(unmarked ? [unmarkedPassage(entryAt(excerpts, 0).reference)] : [])];
    const told = { ...remarks, ...(notes.length === 0 ? {} : { notes }) };
    if (format === undefined) return { kind: 'excerpts', excerpts, more: 0, ...told };
    const text = citation(format, excerpts, { article: found.article, links: reader === undefined ? {} : { reader } });
    return { kind: 'citation', format, text, excerpt: entryAt(excerpts, 0), ...told };
  },
  complete({ name, value }, options, context) {
    if (name === 'article') return articleChoices(value, context);
    const article = chosenArticle(options, context);
    return referenceChoices(value, article ? [article] : context.library.articles.values());
  },
} satisfies Command;
