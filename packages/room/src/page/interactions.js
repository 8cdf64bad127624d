import { commandData } from './command.js';
import { openModal } from './modal.js';
import { newNonce, Refusal } from './room-client.js';
import { localId } from './store.js';

/** How long a command may be on its way before the page says so. */
const SENDING_SHOWN_MS = 250;

/**
 * Sends commands, components and modals, and follows what becomes of each.
 *
 * @param {object} page
 * @param {() => ReturnType<import('./room-client.js').createRoomClient>} page.client
 * @param {() => {view: object, channel: object, names: object}} page.context
 * @param {ReturnType<import('./store.js').createStore>} page.store
 * @param {() => void} page.changed draws anew
 * @param {(component: object) => readonly object[]} page.entries
 */
export function createInteractions({ client, context, store, changed, entries }) {
  /** What waits for the bot, by nonce: `settle` gets the progress that ends it. */
  const waiting = new Map();
  /** By message: the component that waits, or why it failed. */
  const pending = new Map();
  const failures = new Map();

  /** Sends an interaction; `settle` may be called before this returns, as events overtake the answer to the request. */
  async function send(nonce, interaction, settle, channel = context().channel) {
    waiting.set(nonce, { channel, settle });
    try {
      await client().interact(channel, interaction, { nonce });
    } catch (error) {
      waiting.delete(nonce);
      throw error;
    }
  }

  async function command(data, label) {
    const { channel, view } = context();
    const nonce = newNonce();
    const entry = {
      id: localId(Date.now()),
      channel_id: channel.id,
      local: 'sending',
      local_menu: data.type === 3,
      visible: false,
      flags: 0,
      author: view.bot,
      timestamp: new Date().toISOString(),
      interaction: { type: 2, name: label, user: view.user },
    };
    store.local.set(nonce, entry);
    try {
      await send(nonce, { type: 2, data }, (progress) => {
        if (progress.state === 'answered') store.local.delete(nonce);
        else Object.assign(entry, { local: 'failed', visible: true, reason: progress.reason });
      });
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

  function modal(given, channel) {
    const { names, view } = context();
    openModal(given, {
      names,
      entries,
      from: names.author(view.bot).name,
      submit: (data) =>
        new Promise((resolve, reject) => {
          const settle = (progress) =>
            progress.state === 'answered' ? resolve() : reject(new Refusal(progress.reason));
          send(newNonce(), { type: 5, data }, settle, channel).catch(reject);
        }),
    });
  }

  return {
    pending,
    failures,
    run: (usage, values) => command(commandData(usage, values), usage.name),
    runOnMessage: ({ id, name, version }, message) =>
      command({ id, name, type: 3, version, target_id: message.id }, name),
    complete: async (usage, values) => {
      const answer = await client().interact(
        context().channel,
        { type: 4, data: commandData(usage, values) },
        { wait: true },
      );
      return answer?.choices ?? [];
    },
    async use(message, component, values) {
      failures.delete(message.id);
      pending.set(message.id, component.custom_id);
      changed();
      const done = (progress) => {
        pending.delete(message.id);
        if (progress.state === 'failed') failures.set(message.id, progress.reason);
      };
      const data = { component_type: component.type, custom_id: component.custom_id, ...(values ? { values } : {}) };
      try {
        await send(newNonce(), { type: 3, message_id: message.id, message_flags: message.flags, data }, done);
      } catch (error) {
        done({ state: 'failed', reason: error.message });
        changed();
      }
    },
    /** Takes an `interaction` event. */
    progress: (progress) => {
      const known = waiting.get(progress.nonce);
      if (!known) return;
      if (progress.state === 'sent') {
        const entry = store.local.get(progress.nonce);
        if (entry) entry.interactionId = progress.id;
        return;
      }
      waiting.delete(progress.nonce);
      known.settle(progress);
      if (progress.callback === 9) modal(progress.modal, known.channel);
      changed();
    },
    clear() {
      waiting.clear();
      pending.clear();
      failures.clear();
    },
  };
}
