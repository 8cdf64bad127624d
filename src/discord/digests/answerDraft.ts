import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { CommandContext, HeldDigest } from '../../command/command.ts';
import { invalid } from '../../command/checkOptions.ts';
import { runCommand } from '../../command/runCommand.ts';
import { shownArticles } from '../../command/shownArticles.ts';
import { replySteps } from '../../reply/reply.ts';
import { mayNotManage } from '../../reply/words/commands/accessWords.ts';
import { digestProblem } from '../../reply/words/digests/digestWords.ts';
import { NOT_SAVED } from '../../reply/words/digests/formWords.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { readSchedule } from '../../schedule/schedules.ts';
import type { DraftCall } from './draftCall.ts';
import { draftCard, nextRuns, problemCard, sentenceCard } from './draftCard.ts';
import type { DigestDraft } from './digestDrafts.ts';
import { optionsOfForm } from './formText.ts';
import { nextPost } from './nextPost.ts';

type Shown = readonly APIMessageTopLevelComponent[];

/** Checks what was typed as the command does, and shows what would be saved. */
export async function previewDraft(draft: DigestDraft, call: DraftCall): Promise<Shown> {
  const held: HeldDigest[] = [];
  const holdDigest = (digest: HeldDigest): Answer => {
    held.push(digest);
    return { kind: 'notice', text: NOT_SAVED };
  };
  const answer = await run(draft, { ...call.command, holdDigest });
  const [digest] = held;
  if (!digest) return answered(draft, answer, call);
  const runs = nextRuns(digest, call.now);
  const post = await nextPost(digest, { links: call.context.links, next: runs?.[0] }, call.command);
  return draftCard(draft, digest, { post, runs });
}

/** Saves what was typed, all checked again. */
export async function saveDraft(draft: DigestDraft, call: DraftCall): Promise<Shown> {
  return answered(draft, await run(draft, call.command), call);
}

/** Closes the form without saving. */
export function cancelDraft(draft: DigestDraft): Shown {
  draft.state = 'cancelled';
  return sentenceCard(NOT_SAVED);
}

async function run(
  { options: given, shown, typed = shown, manages }: DigestDraft,
  command: CommandContext,
): Promise<Answer> {
  if (manages && !command.caller.manages) return invalid('guild', mayNotManage('digests'));
  const id = given['subcommand'] === 'edit' ? String(given['name']) : undefined;
  if (id !== undefined && !(await readSchedule(await command.store(), id))) {
    return invalid('name', digestProblem({ kind: 'deleted', name: shown.name }));
  }
  return runCommand('digest', optionsOfForm(given, { shown, typed }), command);
}

/** Shows what the command said: what is wrong can be changed, and all else is the end of the form. */
async function answered(draft: DigestDraft, answer: Answer, { command, context }: DraftCall): Promise<Shown> {
  if (answer.kind === 'invalid') return problemCard(draft, answer);
  if (answer.kind === 'schedules') draft.state = answer.done === 'unchanged' ? 'cancelled' : 'saved';
  const rendering = replySteps(answer, {
    request: { command: 'digest', options: { subcommand: 'list' } },
    now: command.now,
    articles: await shownArticles(answer, command),
    links: context.links,
    hidden: true,
  });
  const { components } = await inSlices(rendering);
  return components;
}
