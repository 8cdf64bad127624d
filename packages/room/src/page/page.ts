import type { APIMessage } from 'discord-api-types/v10';
import type { MemberView, ViewChannel } from '../members/events.ts';
import { createBeginning } from './beginning.ts';
import { changeChannels } from './client/changeChannels.ts';
import { EMPTY_VIEW, NO_CHANNEL } from './client/emptyView.ts';
import { createInteractions } from './client/interactions.ts';
import { hasFlag, isLocal, THINKING, type Entry } from './client/message.ts';
import { isForum, mayAttach, mayWrite } from './client/permissions.ts';
import { problemOf, Refusal } from './client/refusal.ts';
import { createRoomClient, type Handlers, type Listening, type RoomClient } from './client/roomClient.ts';
import type { RoomEvents } from './client/roomEvents.ts';
import { readRoomInfo, type RoomMember } from './client/roomMember.ts';
import { createStore } from './client/store.ts';
import { createTyping } from './client/typing.ts';
import { commandUsages, usableCommands, type Usage } from './composer/command.ts';
import { createComposer } from './composer/composer.ts';
import { el } from './el.ts';
import { element } from './element.ts';
import { openMenu, type MenuPlace } from './menu.ts';
import { entityEntries } from './message/entityEntries.ts';
import { withMentions } from './composer/mentions.ts';
import { createMessageList } from './message/messageList.ts';
import { FORWARD, forwardMenu } from './message/forwardMenu.ts';
import { messageMenu } from './message/messageMenu.ts';
import { messageText } from './message/messageText.ts';
import type { EntitySelect, SelectEntry } from './message/selectView.ts';
import { channelName, createNames, displayName, type Names } from './names.ts';
import { channelIcon, channelViews, isShown, memberViews, roleOf } from './sidebar.ts';

const MEMBER_KEY = 'room-member';
const PAGE_SIZE = 50;
const RETRY_MS = 1500;
const ANNOUNCED_CHARS = 400;
const SLASH = 1;

/** The chat page. */
export interface Page {
  /** Asks who is in the room until it answers, then enters as the member who was chosen last, or the first. */
  readonly enter: () => Promise<void>;
  /** Draws the room after its view or the address changed. */
  readonly show: () => void;
  readonly showTyping: () => void;
  readonly openMemberMenu: () => void;
  /** Scrolls to the newest message. */
  readonly toEnd: () => void;
  /** Puts the cursor into the composer. */
  readonly focus: () => void;
}

/** What the page shows: a member's view, and the channel that is open. */
interface State {
  view: MemberView;
  names: Names;
  channel: ViewChannel;
  usages: readonly Usage[];
}

/** Makes the chat page in the elements of its HTML. Nothing is shown before `enter`. */
export function createPage(): Page {
  const store = createStore();
  const typing = createTyping();
  const unread = new Set<string>();
  const state: State = {
    view: EMPTY_VIEW,
    names: createNames(EMPTY_VIEW, openCommand),
    channel: NO_CHANNEL,
    usages: [],
  };
  let members: readonly RoomMember[] = [];
  let member: { readonly client: RoomClient; readonly stop: () => void } | undefined;
  let editing: string | undefined;

  /** Throws a refusal before the room has answered. */
  const client = (): RoomClient => {
    if (!member) throw new Refusal('The room cannot be reached. Is it still running?');
    return member.client;
  };
  const entries = (select: EntitySelect): readonly SelectEntry[] => entityEntries(select, state);
  const interactions = createInteractions({
    client,
    context: () => state,
    store,
    changed: showMessages,
    entries,
    focus: () => composer.focus(),
  });
  const composer = createComposer(element('composer'), {
    context: () => ({ ...state, writable: mayWrite(state.channel), attachable: mayAttach(state.channel) }),
    run: interactions.run,
    complete: interactions.complete,
    send: async (content, { reply, files }) => {
      const message = { content, ...(reply ? { message_reference: { message_id: reply.id } } : {}) };
      await client().send(state.channel.id, message, files);
      messageList.toEnd();
    },
    // Nobody misses it.
    typing: () => void member?.client.typing(state.channel.id).catch(() => undefined),
    editLast,
  });
  const beginning = createBeginning({
    root: element('beginning'),
    store,
    open: composer.openForm,
    complete: interactions.complete,
    examples: (channelId) => client().examples(channelId),
    loadEarlier: () => void load({ earlier: true }),
    openPost: async (name, content) => {
      const { id } = await client().post(state.channel.id, name, withMentions(content, state.view));
      location.hash = `#${id}`;
    },
  });
  const messageList = createMessageList({
    scroller: element('scroller'),
    list: element('messages'),
    contextOf: (entry, continued) => ({
      names: state.names,
      me: state.view.user,
      continued,
      pending: interactions.pending.get(entry.id),
      failure: interactions.failures.get(entry.id),
      editing: editing === entry.id,
      use: (component, values) => {
        if (!isLocal(entry)) void interactions.use(entry, component, values);
      },
      entries,
      dismiss: (dismissed) => {
        dismiss(dismissed);
        composer.focus();
      },
      openMenu: openMessageMenu,
      edit: (message, content) => void saveEdit(message, content),
    }),
  });

  async function enter(): Promise<void> {
    const room = await readRoomInfo();
    const stored = sessionStorage.getItem(MEMBER_KEY);
    const first = room?.members.find(({ id }) => id === stored) ?? room?.members[0];
    if (!room || !first) {
      showStatus('The room cannot be reached. Trying again…');
      setTimeout(() => void enter(), RETRY_MS);
      return;
    }
    ({ members } = room);
    become(first, room.application_id);
  }

  function become(chosen: RoomMember, applicationId: string): void {
    member?.stop();
    sessionStorage.setItem(MEMBER_KEY, chosen.id);
    store.clear();
    interactions.clear();
    unread.clear();
    typing.clear();
    const client = createRoomClient({ token: chosen.token, applicationId });
    member = { client, stop: client.listen(handlers, showConnection) };
  }

  const handlers: Handlers = {
    ready: takeView,
    view: takeView,
    message: takeMessage,
    message_delete: ({ id, channel_id: channelId }) => {
      store.remove(channelId, id);
      showMessages();
    },
    typing: ({ channel_id: channelId, user_id: userId }) => {
      if (userId === state.view.user.id) return;
      typing.note(channelId, userId, Date.now());
      showTyping();
    },
    interaction: interactions.progress,
    channel: (event) => {
      state.view = { ...state.view, channels: changeChannels(state.view.channels, event) };
      show();
    },
    commands: ({ commands }) => {
      state.view = { ...state.view, commands };
      show();
    },
  };

  function showConnection(listening: Listening): void {
    if (listening === 'open') showStatus('');
    else showStatus('The connection was lost. Trying again…');
    // A room that was started again knows other tokens, and refuses this one.
    if (listening === 'closed') setTimeout(() => void enter(), RETRY_MS);
  }

  function takeView(view: MemberView): void {
    state.view = view;
    beginning.reset();
    show({ reload: true });
  }

  function takeMessage({ action, message }: RoomEvents['message']): void {
    const before = store.find(message.channel_id, message.id);
    store.put(message);
    interactions.answeredBy(message);
    typing.end(message.channel_id, message.author.id);
    const { view, channel, names } = state;
    const others = message.author.id !== view.user.id;
    if (message.channel_id !== channel.id) {
      if (action === 'create' && others) unread.add(message.channel_id);
      showChannels();
      return;
    }
    showMessages();
    showTyping();
    const finished = action === 'create' || (before !== undefined && hasFlag(before, THINKING));
    if (!others) return;
    const text = messageText(message, names).slice(0, ANNOUNCED_CHARS);
    // A page that was turned or a state that was set is announced, too; a change of a button alone is not.
    const changed = before !== undefined && messageText(before, names).slice(0, ANNOUNCED_CHARS) !== text;
    if (finished || changed)
      element('announcer').textContent = `${names.author(message.author).name}${finished ? '' : ', edited'}: ${text}`;
  }

  /** Draws the room; the open channel is the one that the address names. */
  function show({ reload = false }: { readonly reload?: boolean } = {}): void {
    const { view } = state;
    const before = state.channel.id;
    const [wanted, messageId] = location.hash.slice(1).split('/');
    const channels = view.channels.filter(isShown);
    const channel = channels.find(({ id }) => id === wanted) ?? channels.find(({ id }) => id === before) ?? channels[0];
    if (!channel) return;
    const moved = channel.id !== before;
    if (moved) editing = undefined;
    state.channel = channel;
    state.names = createNames(view, openCommand);
    state.usages = commandUsages(usableCommands(view.commands, channel, { type: SLASH, guilds: view.guilds }));
    unread.delete(channel.id);
    // An address of a channel that is not there yet stays: a post that was just started comes a moment later.
    if (!wanted) history.replaceState(null, '', `#${channel.id}`);

    const name = channelName(channel, view);
    document.title = `${channel.guild_id ? '#' : '@'}${name} · ${displayName(view.bot)}`;
    element('channel-name').textContent = name;
    element('channel-icon').replaceChildren(channelIcon(channel));
    element('channel-topic').textContent = channel.topic ?? '';
    element('member').replaceChildren(el('span.sr', {}, 'You are '), ...memberViews(view, members, state.names));
    element('composer').hidden = isForum(channel);
    showChannels();
    beginning.show(state);
    composer.refresh({ reset: moved });
    showMessages();
    showTyping();
    if (moved || reload) void load().then(() => messageId && jumpTo(messageId));
    else if (messageId) jumpTo(messageId);
  }

  async function load({ earlier = false }: { readonly earlier?: boolean } = {}): Promise<void> {
    const { id } = state.channel;
    if (isForum(state.channel)) return;
    const before = earlier ? store.list(id)[0]?.id : undefined;
    try {
      store.take(id, await client().messages(id, before), { earlier, size: PAGE_SIZE });
    } catch (error) {
      composer.tell(problemOf(error));
    }
    if (state.channel.id !== id) return;
    beginning.show(state);
    showMessages();
  }

  function showMessages(): void {
    messageList.show(store.list(state.channel.id), {
      channelId: state.channel.id,
      signature: ({ id }) =>
        JSON.stringify([
          interactions.pending.get(id),
          interactions.failures.get(id),
          editing === id,
          state.view.user.id,
        ]),
    });
  }

  function showChannels(): void {
    const { view, channel, names } = state;
    element('channels').replaceChildren(...channelViews(view, { current: channel.id, unread, names }));
  }

  function showTyping(): void {
    element('typing').textContent = typing.sentence(state.channel.id, Date.now(), state.names);
  }

  function openCommand(name: string): void {
    const usage = state.usages.find((each) => each.name === name);
    if (usage) composer.openForm(usage);
    else composer.tell(`/${name} cannot be used in this channel.`);
  }

  function openMessageMenu(message: APIMessage, at: MenuPlace): void {
    const tell = (error: unknown): void => composer.tell(problemOf(error));
    const menu = messageMenu(message, state, {
      reply: () => composer.reply(message, state.names.author(message.author).name),
      forward: () =>
        openMenu(
          at,
          forwardMenu(message, state.view, (to) => void forward(message, to).catch(tell)),
        ),
      copy: () => void navigator.clipboard.writeText(messageText(message, state.names)).catch(tell),
      edit: () => edit(message),
      run: (command) => void interactions.runOnMessage(command, message).catch(tell),
      dismiss: () => dismiss(message),
      remove: () => void client().remove(message.channel_id, message.id).catch(tell),
    });
    openMenu(at, menu);
  }

  async function forward({ id, channel_id }: APIMessage, to: string): Promise<void> {
    await client().send(to, { message_reference: { type: FORWARD, message_id: id, channel_id } });
    if (to === state.channel.id) messageList.toEnd();
  }

  function openMemberMenu(): void {
    const items = members.map((each) => ({
      label: state.view.users.some(({ id }) => id === each.id) ? state.names.user(each.id) : each.name,
      detail: roleOf(each),
      checked: each.id === state.view.user.id,
      choose: () => become(each, state.view.application_id),
    }));
    openMenu(element('member'), { label: 'Act as', groups: [{ title: 'Act as', items }] });
  }

  function dismiss(entry: Entry): void {
    store.dismiss(entry);
    showMessages();
  }

  function editLast(): void {
    const { id } = state.view.user;
    const last = store.list(state.channel.id).findLast((entry) => !isLocal(entry) && entry.author.id === id);
    if (last) edit(last);
  }

  function edit({ id }: Entry): void {
    editing = id;
    showMessages();
  }

  async function saveEdit(message: APIMessage, content: string | undefined): Promise<void> {
    editing = undefined;
    showMessages();
    composer.focus();
    if (!content || content === message.content) return;
    await client()
      .edit(message.channel_id, message.id, content)
      .catch((error: unknown) => composer.tell(problemOf(error)));
  }

  return { enter, show, showTyping, openMemberMenu, toEnd: messageList.toEnd, focus: composer.focus };
}

function showStatus(text: string): void {
  const status = element('status');
  status.textContent = text;
  status.hidden = text === '';
}

function jumpTo(id: string): void {
  const item = document.querySelector<HTMLElement>(`.message[data-id="${CSS.escape(id)}"]`);
  if (!item) return;
  item.scrollIntoView({ block: 'center' });
  item.focus({ preventScroll: true });
  item.classList.remove('found');
  requestAnimationFrame(() => item.classList.add('found'));
}
