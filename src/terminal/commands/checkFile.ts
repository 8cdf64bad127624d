import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { AnswerOf } from '../../answer/answer.ts';
import { nothing } from '../../answer/nothing/nothing.ts';
import { checkDraft, type DraftVerdict } from '../../answer/verify/checkDraft.ts';
import { standingOf } from '../../answer/verify/standing.ts';
import type { CommandContext } from '../../command/command.ts';
import { editionLibrary } from '../../command/editionLibrary.ts';
import { findCommand } from '../../command/runCommand.ts';
import { quotations } from '../../language/quotations/quotations.ts';
import { answerJson } from '../../reply/answerJson.ts';
import { draftSummaryText, draftVerdictText } from '../../reply/text/draftText.ts';
import { present } from '../../runtime/entryAt.ts';
import { answerOnce, writeAnswer } from '../answerOnce.ts';
import { readDraft, type ReadDraft } from '../draftOfFile.ts';
import { createProgress } from '../progress.ts';
import type { TypedOptions } from '../parseArguments.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { wrapText } from '../wrapText.ts';

interface CheckCall {
  readonly rest: readonly string[];
  readonly options: TypedOptions;
  readonly input: Readable;
  readonly terminal: Terminal;
}

/**
 * Checks every quotation of a draft, and lists each with its line as soon as it is judged, the counts last; with
 * `--json` as one answer. A message, given as words with quotation marks or by `--message`, is checked as Discord's menu
 * does.
 */
export async function checkFile(context: CommandContext, call: CheckCall): Promise<ExitCode> {
  const { rest, options, input, terminal } = call;
  const json = options['json'] === true;
  const [file, ...others] = rest;
  if (options['message'] !== undefined || isMessage(rest)) {
    const { command } = present(findCommand('check-quotes', context.commands));
    return answerOnce({ command, typed: { options, rest }, json, input }, context, terminal);
  }
  if (file === undefined || others.length > 0)
    return fail(terminal, 'Name one file to check: rapporteur check-quotes FILE, or - for standard input.');
  if (options['from'] !== undefined) return fail(terminal, '--from is for a message; a file is checked as a whole.');
  const read = await readDraft(file, input);
  if (read.kind === 'unread') return fail(terminal, read.message);
  const { articles } = context.library;
  if (articles.size === 0) return writeAnswer(nothing('no-articles', context), { json, articles, terminal });
  return checkWhole(read, context, { json, terminal });
}

async function checkWhole(
  { text, places }: Extract<ReadDraft, { kind: 'text' }>,
  context: CommandContext,
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): Promise<ExitCode> {
  const { articles } = context.library;
  const style = (code: number) => (words: string) => (terminal.color ? `\u001B[${code}m${words}\u001B[0m` : words);
  const textContext = { articles, strong: style(1), dim: style(2) };
  const progress = createProgress(terminal);
  const found: DraftVerdict[] = [];
  let within = 0;
  for await (const step of checkDraft(text, editionLibrary(context))) {
    progress.show(`Quotation ${step.number.toLocaleString('en')} of ${step.of.toLocaleString('en')}`);
    if (step.isWithin) within += 1;
    if (!step.found) continue;
    const place = places?.get(step.found.line);
    const one = place === undefined ? step.found : { ...step.found, place };
    found.push(one);
    if (json) continue;
    progress.clear();
    terminal.out(`${wrapText(draftVerdictText(one, textContext), terminal.width)}\n\n`);
  }
  progress.clear();
  if (json) terminal.out(`${answerJson(answerOf(found))}\n`);
  else terminal.out(`${wrapText(draftSummaryText({ found, within }, textContext), terminal.width)}\n`);
  return found.some((each) => !('verdict' in each) || standingOf(each.verdict) === 'fails') ? 1 : 0;
}

function answerOf(found: readonly DraftVerdict[]): AnswerOf<'verdicts'> {
  const unchecked = found.flatMap((each) => ('verdict' in each ? [] : [each]));
  return {
    kind: 'verdicts',
    verdicts: found.flatMap((each) => ('verdict' in each ? [each] : [])),
    ...(unchecked.length === 0 ? {} : { unchecked }),
  };
}

/** Whether words are a message rather than the name of a file: they hold a quotation, and there is no such file. */
function isMessage(words: readonly string[]): boolean {
  const text = words.join(' ');
  return quotations(text).length > 0 && !(words.length === 1 && existsSync(text));
}
