import type { Article } from '../../article/article.ts';
import type { CommandContext } from '../../command/command.ts';
import type { AddedArticles } from '../../intake/addedArticles.ts';
import type { Uploader } from '../../intake/upload.ts';
import type { Uploads } from '../../intake/uploads.ts';
import type { BotContext } from '../interactions/botContext.ts';
import type { Outgoing } from '../interactions/respond.ts';

/** What a use is answered from. */
export interface UploadCall {
  /** Undefined if adding is switched off. */
  readonly uploads: Uploads | undefined;
  readonly added: AddedArticles;
  readonly uploader: Uploader;
  /** Whether the member may add, replace and remove articles. */
  readonly mayChange: boolean;
  readonly command: CommandContext;
  readonly context: BotContext;
}

/** The same where adding is switched on. */
export type AddingCall = UploadCall & { readonly uploads: Uploads };

/** Lists the articles that the server has added, as far as the member may see them; settings that hide them do not count. */
export function ownArticles({ added, uploader, command }: UploadCall): readonly Article[] {
  return added.of(uploader.guild).filter(({ id }) => command.granted.articles.has(id));
}

/** Makes a private message of components. */
export function privately(components: Outgoing['payload']['components']): Outgoing {
  return { payload: { components, allowedMentions: { parse: [] } } as Outgoing['payload'], hidden: true };
}
