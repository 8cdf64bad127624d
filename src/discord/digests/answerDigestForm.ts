import type { Interaction } from 'discord.js';
import type { BotContext } from '../interactions/botContext.ts';
import { type Outgoing, reportTrouble, respond, type Respondable } from '../interactions/respond.ts';
import { aboutOf, responding } from '../interactions/responding.ts';
import { type OnMessage, updating } from '../interactions/updating.ts';
import { privately } from '../uploads/uploadCall.ts';
import { type DraftCall, draftCall } from './draftCall.ts';
import { digestForm } from './digestForm.ts';
import type { DigestDraft } from './digestDrafts.ts';
import { digestOptions, type DigestUse } from './digestUse.ts';
import { openDraft } from './openDraft.ts';
import { cancelDraft, previewDraft, saveDraft } from './answerDraft.ts';
import { type GoneForm, goneForm } from '../../reply/words/digests/formWords.ts';
import { sentenceCard } from './draftCard.ts';

/**
 * Answers a use of a digest's form, always privately. Returns false for a command that no form is opened for, which then
 * answers by itself.
 */
export async function answerDigestForm(
  interaction: Interaction,
  use: DigestUse,
  context: BotContext,
): Promise<boolean> {
  if (!interaction.isRepliable()) return false;
  const about = aboutOf(interaction, 'digest');
  try {
    if (use.kind === 'open') {
      const call = await draftCall(interaction, context);
      const draft = call.server && (await openDraft(use, call.server, call));
      if (!draft) return false;
      await use.interaction.showModal(digestForm(draft, digestOptions('create', context.commands)));
      return true;
    }
    if (use.kind === 'press' && use.action.name === 'change' && interaction.isMessageComponent()) {
      const draft = context.drafts.find(
        use.action.token,
        openerOf(interaction),
        (await draftCall(interaction, context)).now,
      );
      if (draft?.state === 'waiting') {
        await interaction.showModal(digestForm(draft, digestOptions('create', context.commands)));
        return true;
      }
    }
  } catch (error) {
    reportTrouble(error, context.log, about);
    return true;
  }
  await answerOnForm(interaction, use, context);
  return true;
}

type Answerable = Extract<Interaction, { isRepliable(): boolean }> & Respondable;

async function answerOnForm(interaction: Answerable, use: DigestUse, context: BotContext): Promise<void> {
  const { drafts } = context;
  const about = aboutOf(interaction, 'digest');
  const opener = openerOf(interaction);
  const token = tokenOf(use);
  // Before anything is waited for, so that of two presses one saves, and the other does not write over its answer.
  const isClaimed = use.kind === 'press' && use.action.name === 'save' && drafts.claim(token, opener);
  const isOther = !isClaimed && drafts.isTaken(token);
  const target = isOnMessage(interaction) && !isOther ? updating(interaction) : interaction;
  const started = performance.now();
  const work = async (): Promise<Outgoing> => {
    const call = await draftCall(interaction, context);
    const draft = drafts.find(token, opener, call.now);
    const gone = isClaimed && draft ? undefined : goneState(draft);
    if (!draft || gone) return privately([...sentenceCard(goneForm(gone ?? { kind: 'unknown' }))]);
    return privately([...(await answerWaiting(draft, use, { call, isClaimed }))]);
  };
  const outcome = await respond(target, work, { hidden: true, ...responding(context, about) });
  if (isClaimed) drafts.release(token);
  context.count('digest', outcome, (performance.now() - started) / 1000);
}

function isOnMessage(interaction: Interaction): interaction is OnMessage & Interaction {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

function tokenOf(use: DigestUse): string {
  if (use.kind === 'press') return use.action.token;
  return use.kind === 'submit' ? use.token : '';
}

function openerOf({ guildId, user }: Interaction): Pick<DigestDraft, 'guild' | 'user'> {
  return { guild: guildId ?? '', user: user.id };
}

function goneState(draft: DigestDraft | undefined): GoneForm | undefined {
  if (!draft) return { kind: 'unknown' };
  if (draft.state === 'waiting') return undefined;
  if (draft.state === 'saved') return { kind: 'saved', name: (draft.typed ?? draft.shown).name.trim() };
  return { kind: draft.state };
}

async function answerWaiting(
  draft: DigestDraft,
  use: DigestUse,
  { call, isClaimed }: { readonly call: DraftCall; readonly isClaimed: boolean },
): ReturnType<typeof previewDraft> {
  if (use.kind === 'submit') draft.typed = use.typed;
  if (use.kind === 'press' && use.action.name === 'cancel') return cancelDraft(draft);
  return isClaimed ? saveDraft(draft, call) : previewDraft(draft, call);
}
