import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command, OptionsOf, SlashDefinition } from '../../command/command.ts';
import { ARTICLE_OPTION } from '../../command/definitions.ts';
import { chooseOneArticle } from '../../command/scope.ts';
import { openingDateline } from '../../events/dates/dateline.ts';
import { isDayAhead } from '../../events/dates/isDayAhead.ts';
import { reportedOn } from '../../events/dates/reportedOn.ts';
import { toldWithPart } from '../../language/dates/partOfPeriod.ts';
import { dateExpressions } from '../../language/dates/dateExpressions.ts';

const definition = {
  name: 'dates',
  description: 'Every date expression of an article, with what it means and the rule that says so',
  options: [{ ...ARTICLE_OPTION, type: ApplicationCommandOptionType.String, description: 'The article' }],
} as const satisfies SlashDefinition;

/** Lists an article's date expressions, for editors; only in the terminal and `batch`. */
export const dates = {
  definition,
  help: 'Dates are in EDTF (ISO 8601-2). Certainty: stated, resolved by a rule, inferred from the context, or vague.',
  run({ article }: OptionsOf<typeof definition>, context) {
    const choice = chooseOneArticle(article, context);
    if (choice.kind === 'invalid') return choice;
    const { source, blocks } = choice.article;
    const dateline = openingDateline({ source, blocks });
    const found = dateExpressions(source, {
      reference: reportedOn(choice.article, dateline),
      isDayAhead: isDayAhead(dateline),
    });
    return {
      kind: 'dates',
      dates: found.map((date) => toldWithPart(date)),
    };
  },
} satisfies Command;
