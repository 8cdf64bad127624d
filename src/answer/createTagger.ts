import type { Reader, TaggedSentence } from 'rapporteur-reader';
import type { Article } from '../article/article.ts';
import type { ArticleTags } from '../article/tags.ts';
import { taggedTexts } from '../events/taggedTexts.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import { extractFromTags, isRead } from './articleEvents.ts';

/** Where tags of articles are kept between two runs. What is not a whole file of this edition and model is undefined. */
export interface TagFiles {
  readonly read: (article: Article) => Promise<ArticleTags | undefined>;
  readonly write: (article: Article, tags: ArticleTags) => Promise<void>;
}

interface TaggingOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each part of an article, with its sentences that are tagged and all of them. */
  readonly onProgress?: (tagged: number, all: number) => void;
}

/** Tags articles, and extracts their events from the tags. Keeps the events in memory, and the tags in files alone. */
export interface Tagger {
  /** How many sentences of these articles the events are not read from yet. */
  readonly missing: (articles: Iterable<Article>) => number;
  /** Takes the tags of articles from files, as far as there are any. */
  readonly load: (articles: Iterable<Article>, signal?: AbortSignal) => Promise<void>;
  /** Tags the articles that are not tagged yet, one after the other; ends early if the reader cannot. */
  readonly tag: (articles: Iterable<Article>, options?: TaggingOptions) => Promise<void>;
  /** Whether the reader can still tag what is missing. */
  readonly isAble: () => boolean;
}

/** Sentences given to the reader at once: a few seconds of work, so that what is more urgent need not wait long. */
const SENTENCES_AT_ONCE = 120;

/** Creates a tagger, which takes from files what was tagged before. */
export function createTagger(reader: Pick<Reader, 'tag' | 'status'>, files?: TagFiles): Tagger {
  const fromFile = async (article: Article, signal: AbortSignal | undefined): Promise<boolean> => {
    const tags = await files?.read(article);
    if (tags) await inSlices(extractFromTags(article, tags), signal);
    return tags !== undefined;
  };
  const tagOne = async (article: Article, { signal, onProgress }: TaggingOptions): Promise<boolean> => {
    const texts = taggedTexts(article);
    const tagged: TaggedSentence[] = [];
    for (let at = 0; at < texts.length; at += SENTENCES_AT_ONCE) {
      const part = texts.slice(at, at + SENTENCES_AT_ONCE);
      const tagging = await reader.tag(
        part.map(({ text }) => text),
        { priority: 'background', signal },
      );
      if (!tagging.ready) return false;
      tagged.push(...tagging.sentences);
      onProgress?.(tagged.length, texts.length);
    }
    const tags = { sentences: new Map(texts.map(({ span }, index) => [span[0], entryAt(tagged, index)])) };
    await files?.write(article, tags);
    await inSlices(extractFromTags(article, tags), signal);
    return true;
  };
  return {
    missing: (articles) => {
      let count = 0;
      for (const article of articles) if (!isRead(article)) count += taggedTexts(article).length;
      return count;
    },
    async load(articles, signal) {
      for (const article of articles) {
        if (signal?.aborted === true) return;
        // What cannot be extracted from its tags is left to rules here; `tag` fails with the reason.
        if (!isRead(article)) await fromFile(article, signal).catch(() => false);
      }
    },
    async tag(articles, options = {}) {
      for (const article of articles) {
        if (isRead(article) || (await fromFile(article, options.signal))) continue;
        if (!(await tagOne(article, options))) return;
      }
    },
    isAble: () => reader.status().state !== 'off',
  };
}
