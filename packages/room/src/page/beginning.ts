import type { Store } from './client/store.ts';
import { isForum, mayPost } from './client/permissions.ts';
import { el } from './el.ts';
import { forumView, type OpenPost } from './forumView.ts';
import { welcomeView, type WelcomeActions, type WelcomeContext } from './welcome.ts';

export interface BeginningParts extends WelcomeActions {
  readonly root: HTMLElement;
  readonly store: Pick<Store, 'isWhole' | 'list'>;
  readonly loadEarlier: () => void;
  readonly openPost: OpenPost;
}

/** What is shown above a channel's first message. */
export interface Beginning {
  readonly show: (context: WelcomeContext) => void;
  /** Draws it again next time, even if nothing seems to have changed. */
  readonly reset: () => void;
}

/**
 * Builds what is shown above the first message: the channel's welcome, a forum's posts, or a link to earlier messages.
 */
export function createBeginning(parts: BeginningParts): Beginning {
  const { root, store } = parts;
  let drawn = '';
  return {
    reset() {
      drawn = '';
    },
    show(context) {
      const { view, channel, usages } = context;
      if (!store.isWhole(channel.id) && store.list(channel.id).length > 0) {
        drawn = '';
        const earlier = { type: 'button', onclick: parts.loadEarlier };
        root.replaceChildren(el('button.earlier', earlier, 'Show earlier messages'));
        return;
      }
      const names = usages.map(({ name }) => name);
      const state = JSON.stringify([channel, names, view.user.id, isForum(channel) && view.channels]);
      if (state === drawn) return;
      drawn = state;
      const posts = view.channels.filter(({ parent_id: parent }) => parent === channel.id);
      root.replaceChildren(
        isForum(channel)
          ? forumView({ channel, posts, writable: mayPost(channel) }, parts.openPost)
          : welcomeView(context, parts),
      );
    },
  };
}
