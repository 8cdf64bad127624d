import type { Library } from '../answer/library.ts';
import type { Article } from '../article/article.ts';
import { removeRemains } from '../article/removeArticle.ts';
import type { ArticleChange, WriteTrouble } from './upload.ts';
import { eraseUpload } from './writeUpload.ts';

/** An article that is gone; or why it is not. */
type Removal =
  | { readonly kind: 'removed'; readonly article: Article }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: WriteTrouble };

/** How many articles of a server were deleted, and why the others were not. */
export interface ForgottenArticles {
  readonly articles: number;
  readonly left: number;
  readonly reason?: WriteTrouble | undefined;
}

/** The articles that servers have added themselves. */
export interface AddedArticles {
  /** Lists those of a server, sorted by id. */
  readonly of: (guild: string) => readonly Article[];
  /** Deletes an article that a server has added, with its original and its editions. */
  readonly remove: (guild: string, id: string) => Promise<Removal>;
  /** Deletes all that a server has added, and what waits to be accepted there. */
  readonly forget: (guild: string) => Promise<ForgottenArticles>;
  /** Does one change of the corpus after the other, so that limits hold and no two get the same id. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Told of a change before the corpus is read again. */
  readonly changed: (change: ArticleChange) => Promise<void>;
  /** Sets what else is forgotten with a server. */
  readonly onForget: (drop: (guild: string) => void) => void;
}

export interface AddedArticlesOptions {
  /** The folder of the articles. */
  readonly corpus: string;
  readonly library: () => Pick<Library, 'articles'>;
  readonly reload: () => Promise<unknown>;
  /** Announces a change. Default: nobody is told. */
  readonly announce?: ((change: ArticleChange) => Promise<void>) | undefined;
}

/** Creates the list of articles that servers have added. Whatever the access rules say, they belong to one server each. */
export function createAddedArticles({
  corpus,
  library,
  reload,
  announce = async () => {},
}: AddedArticlesOptions): AddedArticles {
  let last: Promise<unknown> = Promise.resolve();
  let drop: (guild: string) => void = () => {};
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
  const of = (guild: string): readonly Article[] =>
    [...library().articles.values()].filter(({ server }) => server === guild);

  const removeNow = async (guild: string, id: string): Promise<Removal> => {
    const article = of(guild).find((each) => each.id === id);
    if (!article) return { kind: 'gone' };
    await removeRemains(corpus);
    const erasing = await eraseUpload(corpus, article);
    return erasing.kind === 'written' ? { kind: 'removed', article } : erasing;
  };
  return {
    of,
    inTurn,
    changed: announce,
    onForget: (given) => (drop = given),
    remove: (guild, id) =>
      inTurn(async () => {
        const removal = await removeNow(guild, id);
        if (removal.kind === 'removed') await announce({ kind: 'removed', guild, article: removal.article });
        await reload();
        return removal;
      }),
    forget: (guild) => {
      drop(guild);
      return inTurn(async () => {
        let [articles, reason]: [number, WriteTrouble | undefined] = [0, undefined];
        const own = of(guild);
        for (const { id } of own) {
          const removal = await removeNow(guild, id);
          if (removal.kind === 'removed') articles += 1;
          if (removal.kind === 'failed') ({ reason } = removal);
        }
        if (own.length > 0) await reload();
        return { articles, left: own.length - articles, reason };
      });
    },
  };
}
