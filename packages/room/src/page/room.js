import { commandUsages, usableCommands } from './command.js';
import { createComposer } from './composer.js';
import { el } from './el.js';
import { forumView } from './forum-view.js';
import { icon } from './icon.js';
import { createInteractions } from './interactions.js';
import { openMenu } from './menu.js';
import { createMessageList } from './message-list.js';
import { textOf } from './message-view.js';
import { channelName, createNames, displayName } from './names.js';
import { refreshTimestamps } from './render-markdown.js';
import { createRoomClient } from './room-client.js';
import { channelIcon, channelViews, isShown, memberViews, roleOf } from './sidebar.js';
import { createStore } from './store.js';
import { startTheme } from './theme.js';
import { welcomeView } from './welcome.js';

const MEMBER_KEY = 'room-member';
const PAGE_SIZE = 50;
const TYPING_MS = 10_000;
const RETRY_MS = 1500;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;
const MANAGE_MESSAGES = 1n << 13n;
const ADMINISTRATOR = 1n << 3n;
const FORUMS = new Set([15, 16]);

const byId = (id) => document.getElementById(id);
const store = createStore();
const unread = new Set();
/** By channel, who is typing until when. */
const typing = new Map();
let members = [];
let client;
let stopListening = () => {};
/** @type {import('../events.ts').MemberView} */
let view;
let names;
let channel;
let usages = [];
let editing;
let welcomed = '';

const interactions = createInteractions({
  client: () => client,
  context: () => ({ view, channel, names }),
  store,
  changed: showMessages,
  entries: selectEntries,
});
const composer = createComposer(byId('composer'), {
  context: () => ({ view, channel, usages, writable: isWritable() }),
  run: interactions.run,
  complete: interactions.complete,
  send: async (content, reply) => {
    await client.send(channel.id, { content, ...(reply ? { message_reference: { message_id: reply.id } } : {}) });
    messageList.toEnd();
  },
  typing: () => void client.typing(channel.id).catch(() => undefined),
  editLast: () => edit(store.list(channel.id).findLast((message) => message.author.id === view.user.id)),
});
const messageList = createMessageList(byId('scroller'), byId('messages'), (message, continued) => ({
  names,
  me: view.user,
  continued,
  pending: interactions.pending.get(message.id),
  failure: interactions.failures.get(message.id),
  editing: editing === message.id,
  use: (component, values) => void interactions.use(message, component, values),
  entries: selectEntries,
  dismiss: (dismissed) => {
    store.dismiss(dismissed);
    showMessages();
    composer.focus();
  },
  openMenu: openMessageMenu,
  edit: (edited, content) => void saveEdit(edited, content),
}));

/** Asks who is in the room until it answers, then enters as the member who was chosen last, or the first. */
async function enter() {
  const room = await fetch('/room')
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => undefined);
  if (!room) {
    showStatus('The room cannot be reached. Trying again…');
    setTimeout(() => void enter(), RETRY_MS);
    return;
  }
  members = room.members;
  become(members.find(({ id }) => id === sessionStorage.getItem(MEMBER_KEY)) ?? members[0], room.application_id);
}

function become(member, applicationId = view.application_id) {
  stopListening();
  sessionStorage.setItem(MEMBER_KEY, member.id);
  store.clear();
  interactions.clear();
  unread.clear();
  typing.clear();
  client = createRoomClient({ token: member.token, applicationId });
  stopListening = client.listen(
    {
      ready: takeView,
      view: takeView,
      message: takeMessage,
      message_delete: ({ id, channel_id: channelId }) => {
        store.remove(channelId, id);
        showMessages();
      },
      typing: ({ channel_id: channelId, user_id: userId }) => {
        if (userId === view.user.id) return;
        if (!typing.has(channelId)) typing.set(channelId, new Map());
        typing.get(channelId).set(userId, Date.now() + TYPING_MS);
        showTyping();
      },
      interaction: interactions.progress,
      channel: ({ action, channel: changed }) => {
        const others = view.channels.filter(({ id }) => id !== changed.id);
        const index = view.channels.findIndex(({ id }) => id === changed.id);
        if (action === 'delete') view = { ...view, channels: others };
        else if (index === -1) view = { ...view, channels: insertChannel(view.channels, changed) };
        else view = { ...view, channels: view.channels.with(index, changed) };
        showRoom();
      },
      commands: ({ commands }) => {
        view = { ...view, commands };
        showRoom();
      },
    },
    (state) => {
      if (state === 'open') showStatus();
      else showStatus('The connection was lost. Trying again…');
      // A room that was started anew knows other tokens, and refuses this one.
      if (state === 'closed') setTimeout(() => void enter(), RETRY_MS);
    },
  );
}

/** A new thread stands below its parent, any other channel after those of its server. */
function insertChannel(channels, added) {
  const near = channels.findLastIndex(
    (each) => each.id === added.parent_id || (added.parent_id && each.parent_id === added.parent_id),
  );
  const last = channels.findLastIndex((each) => each.guild_id === added.guild_id);
  const at = (near === -1 ? last : near) + 1;
  return channels.toSpliced(at === 0 ? channels.length : at, 0, added);
}

function takeView(given) {
  view = given;
  welcomed = '';
  showRoom({ reload: true });
}

function takeMessage({ action, message }) {
  const before = store.find(message.channel_id, message.id);
  store.put(message);
  typing.get(message.channel_id)?.delete(message.author.id);
  if (message.channel_id !== channel?.id) {
    if (action === 'create' && message.author.id !== view.user.id) unread.add(message.channel_id);
    showChannels();
    return;
  }
  showMessages();
  showTyping();
  const finished = action === 'create' || ((before?.flags ?? 0) & 128) !== 0;
  if (finished && message.author.id !== view.user.id)
    announce(`${names.author(message.author).name}: ${textOf(message, names).slice(0, 400)}`);
}

function announce(text) {
  byId('announcer').textContent = text;
}

/** Draws the room after its view or the address changed; the open channel is the one that the address names. */
function showRoom({ reload = false } = {}) {
  if (!view) return;
  names = createNames(view, openCommand);
  const [wanted, messageId] = location.hash.slice(1).split('/');
  const before = channel?.id;
  const shown = view.channels.filter(isShown);
  channel = shown.find(({ id }) => id === wanted) ?? shown.find(({ id }) => id === before) ?? shown[0];
  unread.delete(channel.id);
  // An address of a channel that is not there yet stays: a post that was just started comes a moment later.
  if (!wanted) history.replaceState(null, '', `#${channel.id}`);
  usages = commandUsages(usableCommands(view.commands, channel, { type: 1, guilds: view.guilds }));
  const moved = channel.id !== before;
  if (moved) editing = undefined;

  const name = channelName(channel, view);
  document.title = `${channel.guild_id ? '#' : '@'}${name} · ${displayName(view.bot)}`;
  byId('channel-name').textContent = name;
  byId('channel-icon').replaceChildren(channelIcon(channel));
  byId('channel-topic').textContent = channel.topic ?? '';
  byId('member').replaceChildren(el('span.sr', {}, 'You are '), ...memberViews(view, members, names));
  byId('composer').hidden = FORUMS.has(channel.type);
  showChannels();
  showBeginning();
  composer.refresh({ reset: moved });
  showMessages();
  showTyping();
  if (moved || reload) void load().then(() => messageId && jumpTo(messageId));
  else if (messageId) jumpTo(messageId);
}

async function load({ earlier = false } = {}) {
  if (FORUMS.has(channel.type)) return;
  const { id } = channel;
  const before = earlier ? store.list(id)[0]?.id : undefined;
  try {
    const page = await client.messages(id, before);
    store.take(id, page, { earlier, size: PAGE_SIZE });
  } catch (error) {
    composer.tell(error.message);
  }
  if (channel.id !== id) return;
  showBeginning();
  showMessages();
}

function showMessages() {
  if (!channel) return;
  messageList.show(store.list(channel.id), {
    channelId: channel.id,
    signature: ({ id }) =>
      JSON.stringify([interactions.pending.get(id), interactions.failures.get(id), editing === id, view.user.id]),
  });
}

function showChannels() {
  byId('channels').replaceChildren(...channelViews(view, { current: channel.id, unread, names }));
}

/** Draws what stands above the first message: the channel's welcome, a forum's posts, or the way to earlier messages. */
function showBeginning() {
  const root = byId('beginning');
  if (!store.isWhole(channel.id) && store.list(channel.id).length > 0) {
    welcomed = '';
    root.replaceChildren(
      el('button.earlier', { type: 'button', onclick: () => void load({ earlier: true }) }, 'Show earlier messages'),
    );
    return;
  }
  const mark = JSON.stringify([
    channel,
    usages.map(({ name }) => name),
    view.user.id,
    FORUMS.has(channel.type) && view.channels,
  ]);
  if (mark === welcomed) return;
  welcomed = mark;
  root.replaceChildren(
    FORUMS.has(channel.type)
      ? forumView(
          {
            channel,
            posts: view.channels.filter(({ parent_id: parent }) => parent === channel.id),
            writable: may(SEND_MESSAGES),
          },
          openPost,
        )
      : welcomeView({ view, channel, usages }, { open: composer.openForm, complete: interactions.complete }),
  );
}

/** Starts a post in the open forum and goes there; throws what to show when it is refused. */
async function openPost(name, content) {
  const { id } = await client.post(channel.id, name, content);
  location.hash = `#${id}`;
}

function showTyping() {
  if (!channel) return;
  const now = Date.now();
  const active = [...(typing.get(channel.id) ?? [])].filter(([, until]) => until > now).map(([id]) => names.user(id));
  byId('typing').textContent =
    active.length === 0 ? '' : `${active.join(', ')} ${active.length === 1 ? 'is' : 'are'} typing…`;
}

function showStatus(text) {
  byId('status').textContent = text ?? '';
  byId('status').hidden = !text;
}

function jumpTo(id) {
  const item = document.querySelector(`.message[data-id="${CSS.escape(id)}"]`);
  if (!item) return;
  item.scrollIntoView({ block: 'center' });
  item.focus({ preventScroll: true });
  item.classList.remove('found');
  requestAnimationFrame(() => item.classList.add('found'));
}

function openCommand(name) {
  const usage = usages.find((each) => each.name === name);
  if (usage) composer.openForm(usage);
  else composer.tell(`/${name} cannot be used in this channel.`);
}

function openMessageMenu(message, at) {
  const own = message.author.id === view.user.id;
  const ephemeral = (message.flags & 64) !== 0;
  const apps = usableCommands(view.commands, channel, { type: 3, guilds: view.guilds });
  openMenu(at, {
    label: 'Message',
    groups: [
      {
        items: [
          isWritable() && !ephemeral
            ? {
                label: 'Reply',
                icon: icon('reply'),
                choose: () => composer.reply(message, names.author(message.author).name),
              }
            : undefined,
          {
            label: 'Copy text',
            icon: icon('file'),
            choose: () => void navigator.clipboard?.writeText(textOf(message, names)),
          },
          own ? { label: 'Edit message', icon: icon('pencil'), choose: () => edit(message) } : undefined,
        ].filter(Boolean),
      },
      {
        title: 'Apps',
        items: ephemeral
          ? []
          : apps.map((command) => ({
              label: command.name,
              detail: displayName(view.bot),
              icon: icon('app'),
              choose: () =>
                void interactions.runOnMessage(command, message).catch((error) => composer.tell(error.message)),
            })),
      },
      {
        items: [
          ephemeral ? { label: 'Dismiss message', icon: icon('close'), choose: () => dismiss(message) } : undefined,
          !ephemeral && (own || may(MANAGE_MESSAGES))
            ? { label: 'Delete message', icon: icon('close'), danger: true, choose: () => void remove(message) }
            : undefined,
        ].filter(Boolean),
      },
    ],
  });
}

function dismiss(message) {
  store.dismiss(message);
  showMessages();
}

async function remove(message) {
  await client.remove(channel.id, message.id).catch((error) => composer.tell(error.message));
}

function edit(message) {
  if (!message) return;
  editing = message.id;
  showMessages();
}

async function saveEdit(message, content) {
  editing = undefined;
  if (content && content !== message.content) {
    await client.edit(channel.id, message.id, content).catch((error) => composer.tell(error.message));
  }
  showMessages();
  composer.focus();
}

function may(bit) {
  const permissions = BigInt(channel.permissions);
  return (permissions & (bit | ADMINISTRATOR)) !== 0n;
}

function isWritable() {
  if (FORUMS.has(channel.type)) return false;
  if (!channel.guild_id) return true;
  return may(channel.type >= 10 && channel.type <= 12 ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES);
}

/** What a select of people (5), roles (6), both (7) or channels (8) offers. */
function selectEntries(select) {
  const people = view.users.map((user) => ({ label: displayName(user), value: user.id }));
  const roles = view.roles
    .filter(({ guild_id: guild }) => guild === channel.guild_id)
    .map((role) => ({ label: role.name, value: role.id }));
  const channels = view.channels
    .filter(
      (each) =>
        each.guild_id === channel.guild_id &&
        (!select.channel_types?.length || select.channel_types.includes(each.type)),
    )
    .map((each) => ({ label: `#${channelName(each, view)}`, value: each.id }));
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[select.type] ?? select.options ?? [];
}

function openMemberMenu() {
  openMenu(byId('member'), {
    label: 'Act as',
    groups: [
      {
        title: 'Act as',
        items: members.map((member) => ({
          label: names.user(member.id) === 'unknown-user' ? member.name : names.user(member.id),
          detail: roleOf(member),
          checked: member.id === view.user.id,
          choose: () => become(member),
        })),
      },
    ],
  });
}

function showSidebar(open) {
  document.body.classList.toggle('sidebar-open', open);
  byId('open-sidebar').setAttribute('aria-expanded', String(open));
  if (open) byId('channels').querySelector('[aria-current]')?.focus();
}

byId('open-sidebar').append(icon('menu'));
byId('to-end').prepend(icon('down'));
byId('open-sidebar').addEventListener('click', () => showSidebar(true));
byId('backdrop').addEventListener('click', () => showSidebar(false));
byId('sidebar').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !document.body.classList.contains('sidebar-open')) return;
  showSidebar(false);
  byId('open-sidebar').focus();
});
byId('channels').addEventListener('click', (event) => {
  if (event.target.closest('a')) showSidebar(false);
});
byId('member').addEventListener('click', openMemberMenu);
byId('to-end').addEventListener('click', () => messageList.toEnd());
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  composer.focus();
});
window.addEventListener('hashchange', () => {
  showRoom();
  if (!location.hash.includes('/') && matchMedia('(pointer: fine)').matches) composer.focus();
});
// Typing anywhere that takes no text goes to the composer, as in other chat apps.
document.addEventListener('keydown', (event) => {
  const free = event.target === document.body || event.target.matches?.('.message, .scroller');
  if (free && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
    composer.focus();
});
setInterval(() => {
  refreshTimestamps(document, Date.now());
  showTyping();
}, 5000);
startTheme(byId('theme'));
void enter();
