import type { AnswerOf } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { zoneOption } from '../../src/command/zoneOption.ts';
import { nearest } from '../../src/language/nearest.ts';
import { settingProblem } from '../../src/reply/words/commands/settingsWords.ts';
import type { SettingName } from '../../src/settings/settings.ts';
import type { AnySetting } from '../../src/settings/writeSetting.ts';
import { entryAt, valueOf } from '../../src/runtime/entryAt.ts';

/** What is entered for a setting: its value, a channel, or a role. */
interface TypedSetting {
  readonly value?: string | undefined;
  readonly to?: string | undefined;
  readonly role?: string | undefined;
}

/** A setting as entered, without a value if it is to be reset; or the problem. */
type ParsedSetting = { readonly kind: 'setting'; readonly setting: AnySetting } | AnswerOf<'invalid'>;

/** Parses the value of a setting; articles must be granted here. */
export function parseSetting(
  name: SettingName,
  { value, to, role }: TypedSetting,
  { granted: { articles } }: Pick<CommandContext, 'granted'>,
): ParsedSetting {
  if (name === 'uploadRole') {
    if (value !== undefined) return invalid('value', settingProblem({ kind: 'is-a-role', name }));
    if (to !== undefined) return invalid('to', settingProblem({ kind: 'is-no-channel', name }));
    return parsed({ name, value: role });
  }
  if (role !== undefined) return invalid('role', settingProblem({ kind: 'is-no-role', name }));
  if (name === 'adminChannel' || name === 'announceChannel' || name === 'askChannel') {
    if (value !== undefined) return invalid('value', settingProblem({ kind: 'is-a-channel', name }));
    return parsed({ name, value: to });
  }
  if (to !== undefined) return invalid('to', settingProblem({ kind: 'is-no-channel', name }));
  if (value === undefined) return parsed({ name, value: undefined });
  if (name === 'zone') {
    const zone = zoneOption('value', value);
    return typeof zone === 'string' ? parsed({ name, value: zone }) : zone;
  }
  if (name === 'hide' || name === 'keepQuestions' || name === 'feedback') {
    if (!/^(?:yes|true|no|false)$/iu.test(value))
      return invalid('value', settingProblem({ kind: 'not-yes-or-no' }), ['yes', 'no']);
    return parsed({ name, value: /^(?:yes|true)$/iu.test(value) });
  }
  const wanted = value.split(/[,\s]+/u).filter((id) => id !== '');
  const unknown = wanted.find((id) => !articles.has(id));
  if (unknown !== undefined)
    return invalid(
      'value',
      settingProblem({ kind: 'unknown-article', typed: unknown }),
      nearest(unknown, [...articles.keys()]),
    );
  const ids = wanted.map((id) => valueOf(articles, id).id);
  if (name === 'articles') return parsed({ name, value: ids });
  return ids.length === 1
    ? parsed({ name, value: entryAt(ids, 0) })
    : invalid('value', settingProblem({ kind: 'several-articles' }));
}

function parsed(setting: AnySetting): ParsedSetting {
  return { kind: 'setting', setting };
}
