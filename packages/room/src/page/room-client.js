/** What the server refused, in its own words: a main sentence, and one for each option or field that does not hold. */
export class Refusal extends Error {}

/**
 * Speaks to the room as one member.
 *
 * @param {{token: string, applicationId: string}} member
 */
export function createRoomClient({ token, applicationId }) {
  const session = crypto.randomUUID().replaceAll('-', '');

  async function request(method, path, body) {
    const response = await fetch(path, {
      method,
      headers: { Authorization: token, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((cause) => {
      throw new Refusal('The room cannot be reached. Is it still running?', { cause });
    });
    const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined;
    if (!response.ok) throw new Refusal(refusalText(answer) ?? `The room answered ${response.status}`);
    return answer;
  }

  /** Sends an interaction; `interaction` events tell of it by its nonce, or with `wait` the bot's answer is what this gives. */
  async function interact(channel, interaction, { wait = false, nonce = newNonce() } = {}) {
    const body = {
      ...interaction,
      application_id: applicationId,
      ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
      channel_id: channel.id,
      session_id: session,
      nonce,
    };
    return request('POST', `/api/v10/interactions${wait ? '?wait=true' : ''}`, body);
  }

  return {
    interact,
    messages: (channelId, before) =>
      request('GET', `/api/v10/channels/${channelId}/messages?limit=50${before ? `&before=${before}` : ''}`),
    send: (channelId, message) => request('POST', `/api/v10/channels/${channelId}/messages`, message),
    post: (forumId, name, content) =>
      request('POST', `/api/v10/channels/${forumId}/threads`, { name, message: { content } }),
    edit: (channelId, id, content) => request('PATCH', `/api/v10/channels/${channelId}/messages/${id}`, { content }),
    remove: (channelId, id) => request('DELETE', `/api/v10/channels/${channelId}/messages/${id}`),
    typing: (channelId) => request('POST', `/api/v10/channels/${channelId}/typing`),
    /** Listens to the room; each handler gets the data of the event of its name. Gives what ends it. */
    listen(handlers, onState) {
      const source = new EventSource(`/room/events?token=${encodeURIComponent(token)}`);
      for (const [name, handle] of Object.entries(handlers)) {
        source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
      }
      source.addEventListener('open', () => onState('open'));
      source.addEventListener('error', () =>
        onState(source.readyState === EventSource.CLOSED ? 'closed' : 'reconnecting'),
      );
      return () => source.close();
    },
  };
}

/** Makes up a nonce: digits, as Discord's clients send. */
export function newNonce() {
  return `${Date.now()}${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
}

/** Words a refusal: the sentences of its `errors` where it has some, otherwise its `message`. */
export function refusalText(answer) {
  const sentences = [];
  const collect = (part, name) => {
    for (const { message } of part?._errors ?? []) sentences.push(name ? `${name}: ${message}` : message);
    for (const [key, inner] of Object.entries(part ?? {})) {
      if (key !== '_errors' && typeof inner === 'object')
        collect(inner, /^\d+$|^(?:options|value|data)$/.test(key) ? name : key);
    }
  };
  collect(answer?.errors, '');
  return sentences.length > 0 ? sentences.join(' ') : answer?.message;
}
