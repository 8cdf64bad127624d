import type { Article } from '../../article/article.ts';
import { chooseArticle } from '../../command/scope.ts';
import { articleCard, removalCard } from '../../reply/uploads/articleCard.ts';
import { escapedLine, textDisplay } from '../../reply/uploads/cardParts.ts';
import { escape } from '../../reply/escape.ts';
import { noSuchArticle } from '../../reply/words/commands/scopeWords.ts';
import { NOT_OURS, NOT_REMOVED, removalFailed, uploadRemoved } from '../../reply/words/uploads/uploadWords.ts';
import type { Outgoing } from '../interactions/respond.ts';
import { sentence } from '../interactions/responding.ts';
import { ownArticles, privately, type UploadCall } from './uploadCall.ts';

/** What is done about an article that is there: `article` is its id, or what a member typed. */
interface OwnUse {
  readonly kind: 'show' | 'remove' | 'erase' | 'keep';
  readonly article: string;
}

/** Shows an article, or removes one that the server has added, after asking once. */
export async function answerOwn({ kind, article: typed }: OwnUse, call: UploadCall): Promise<Outgoing> {
  const { context, command, added, uploader, mayChange } = call;
  if (kind === 'keep') return sentence(NOT_REMOVED, context);
  const own = findOwn(typed, call);
  if (kind === 'show') {
    const choice = chooseArticle(typed, { ...command, settings: {} });
    const article = choice.kind === 'chosen' ? choice.article : mayChange ? own : undefined;
    if (!article) return sentence(escape(noSuchArticle(typed)), context);
    const isOurs = article.server === uploader.guild;
    const editions = (await command.keptEditions?.(article)) ?? [];
    return privately(articleCard(article, { editions, isOurs, mayChange: mayChange && isOurs }));
  }
  if (!own) {
    const choice = chooseArticle(typed, { ...command, settings: {} });
    return sentence(choice.kind === 'invalid' ? escape(noSuchArticle(typed)) : NOT_OURS, context);
  }
  if (kind === 'remove') return privately(removalCard(own));
  const removal = await added.remove(uploader.guild, own.id);
  if (removal.kind === 'failed') return sentence(removalFailed(removal.reason), context);
  if (removal.kind === 'gone') return sentence(escape(noSuchArticle(typed)), context);
  return privately([textDisplay(uploadRemoved(escapedLine(own.title)))]);
}

/** Finds an article that the server has added, also where its settings hide it. */
function findOwn(typed: string, call: UploadCall): Article | undefined {
  const own = ownArticles(call);
  const wanted = typed.trim().toLowerCase();
  return own.find(({ id }) => id === wanted) ?? own.find(({ title }) => title.toLowerCase() === wanted);
}
