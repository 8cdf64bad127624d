import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { InteractionProgress, MemberView, ViewChannel, ViewCommand } from '../../members/events.ts';
import { commandData, withFiles, type CommandData, type GivenOption, type Usage } from '../composer/command.ts';
import type { Complete } from '../composer/fieldSuggestions.ts';
import { openModal } from '../message/modal.ts';
import type { SelectContext, UsedComponent } from '../message/selectView.ts';
import type { Names } from '../names.ts';
import type { LocalEntry } from './message.ts';
import { problemOf, Refusal } from './refusal.ts';
import { newNonce, type RoomClient } from './roomClient.ts';
import { localId, type Store } from './store.ts';

/** How long a command may be on its way before the page says so. */
const SENDING_SHOWN_MS = 250;

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL = 5;
/** The type of a command in a message's menu. */
const MESSAGE_MENU = 3;
/** The callback that shows a modal. */
const SHOW_MODAL = 9;

/** What became of an interaction in the end. */
type Outcome = { readonly kind: 'answered' } | { readonly kind: 'failed'; readonly reason: string };

interface Waiting {
  /** Of the interaction, once the server accepted it. */
  id?: string;
  readonly channel: ViewChannel;
  readonly settle: (outcome: Outcome) => void;
}

/** What interactions need of the page. */
export interface InteractionParts {
  readonly client: () => RoomClient;
  readonly context: () => { readonly view: MemberView; readonly channel: ViewChannel; readonly names: Names };
  readonly store: Store;
  /** Draws what changed. */
  readonly changed: () => void;
  readonly entries: SelectContext['entries'];
  /** Puts the cursor into the composer. */
  readonly focus: () => void;
}

/** Commands, components and modals on their way. */
export interface Interactions {
  /** By message: the `custom_id` of the component that waits. */
  readonly pending: ReadonlyMap<string, string>;
  /** By message: why the last use of a component failed. */
  readonly failures: ReadonlyMap<string, string>;
  /** Sends a slash command; rejects with what to show if it is refused. */
  readonly run: (usage: Usage, values: readonly GivenOption[]) => Promise<void>;
  /** Sends a command of a message's menu. */
  readonly runOnMessage: (command: ViewCommand, message: APIMessage) => Promise<void>;
  readonly complete: Complete;
  /** Sends the use of a button or select menu. */
  readonly use: (message: APIMessage, component: UsedComponent, values?: readonly string[]) => Promise<void>;
  /** Takes an `interaction` event. */
  readonly progress: (progress: InteractionProgress) => void;
  /** Settles what a message of the bot answers. The event that says so comes later, when the message is on the screen already. */
  readonly answeredBy: (message: APIMessage) => void;
  readonly clear: () => void;
}

/** Sends commands, components and modals, and follows what becomes of each. */
export function createInteractions({
  client,
  context,
  store,
  changed,
  entries,
  focus,
}: InteractionParts): Interactions {
  const waiting = new Map<string, Waiting>();
  const pending = new Map<string, string>();
  const failures = new Map<string, string>();

  /** Sends an interaction; `settle` may be called before this returns, as events overtake the answer to the request. */
  async function send(
    nonce: string,
    interaction: Readonly<Record<string, unknown>>,
    { channel, settle, files }: Waiting & { readonly files?: readonly File[] },
  ): Promise<void> {
    waiting.set(nonce, { channel, settle });
    try {
      await client().interact(channel, interaction, { nonce, files });
    } catch (error) {
      waiting.delete(nonce);
      throw error;
    }
  }

  async function command(data: CommandData | MenuData, label: string, files: readonly File[] = []): Promise<void> {
    const { channel, view } = context();
    const nonce = newNonce();
    const entry: LocalEntry = {
      id: localId(Date.now()),
      channel_id: channel.id,
      local: 'sending',
      visible: false,
      timestamp: new Date().toISOString(),
      author: view.bot,
      used: { name: label, user: view.user, menu: data.type === MESSAGE_MENU },
    };
    store.local.set(nonce, entry);
    const settle = (outcome: Outcome): void => {
      if (outcome.kind === 'answered') store.local.delete(nonce);
      else Object.assign(entry, { local: 'failed', visible: true, reason: outcome.reason });
    };
    try {
      await send(nonce, { type: COMMAND, data }, { channel, settle, files });
    } catch (error) {
      store.local.delete(nonce);
      throw error;
    }
    setTimeout(() => {
      if (!store.local.has(nonce) || entry.visible) return;
      entry.visible = true;
      changed();
    }, SENDING_SHOWN_MS);
  }

  function modal(given: APIModalInteractionResponseCallbackData, channel: ViewChannel): void {
    const { names, view } = context();
    openModal(given, {
      names,
      entries,
      focus,
      from: names.author(view.bot).name,
      submit: (data, files) =>
        new Promise((resolve, reject) => {
          const settle = (outcome: Outcome): void =>
            outcome.kind === 'answered' ? resolve() : reject(new Refusal(outcome.reason));
          send(newNonce(), { type: MODAL, data }, { channel, settle, files }).catch(reject);
        }),
    });
  }

  return {
    pending,
    failures,
    run: (usage, values) => {
      const { given, files } = withFiles(values);
      return command(commandData(usage, given), usage.name, files);
    },
    runOnMessage: ({ id, name, version }, message) =>
      command({ id, name, type: MESSAGE_MENU, version, target_id: message.id }, name),
    complete: async (usage, values) => {
      const given = values.filter(({ file }) => file === undefined);
      const interaction = { type: AUTOCOMPLETE, data: commandData(usage, given) };
      const answer = await client().interact(context().channel, interaction, { wait: true });
      return answer?.choices ?? [];
    },
    async use(message, { type, custom_id: id }, values) {
      failures.delete(message.id);
      pending.set(message.id, id);
      changed();
      const settle = (outcome: Outcome): void => {
        pending.delete(message.id);
        if (outcome.kind === 'failed') failures.set(message.id, outcome.reason);
      };
      const data = { component_type: type, custom_id: id, ...(values ? { values } : {}) };
      const interaction = { type: COMPONENT, message_id: message.id, message_flags: message.flags, data };
      try {
        await send(newNonce(), interaction, { channel: context().channel, settle });
      } catch (error) {
        settle({ kind: 'failed', reason: problemOf(error) });
        changed();
      }
    },
    progress(progress) {
      const nonce = progress.nonce ?? '';
      const known = waiting.get(nonce);
      if (!known) return;
      if (progress.state === 'sent') {
        known.id = progress.id;
        const entry = store.local.get(nonce);
        if (entry) entry.interactionId = progress.id;
        return;
      }
      waiting.delete(nonce);
      known.settle(
        progress.state === 'answered' ? { kind: 'answered' } : { kind: 'failed', reason: progress.reason ?? '' },
      );
      if (progress.callback === SHOW_MODAL && progress.modal)
        modal(progress.modal as unknown as APIModalInteractionResponseCallbackData, known.channel);
      changed();
    },
    answeredBy(message) {
      const id = message.interaction_metadata?.id;
      for (const [nonce, known] of waiting) {
        if (id === undefined || known.id !== id) continue;
        waiting.delete(nonce);
        known.settle({ kind: 'answered' });
      }
    },
    clear() {
      waiting.clear();
      pending.clear();
      failures.clear();
    },
  };
}

/** The `data` of an interaction for a command of a message's menu. */
interface MenuData {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly version: string;
  readonly target_id: string;
}
