import type { Excerpt } from '../../excerpt/excerpt.ts';
import type { Hit } from '../../search/hit.ts';
import type { SearchOptions } from '../../search/searchOptions.ts';
import type { Library, Scope } from '../library.ts';

/** Where a phrase was found over sentences and in headings, and whether all was read for that. */
export interface PhraseAcross {
  readonly phrase: string;
  readonly excerpts: readonly Excerpt[];
  readonly complete: boolean;
}

/** What was searched for, and where. */
export interface FruitlessSearch {
  readonly text: string;
  /** How it was searched: `isPlain` where no sign of it was an operator. */
  readonly options: SearchOptions;
  readonly library: Library;
  readonly scope: Scope;
  /** What was found and is no answer, the nearest first. */
  readonly hits: readonly Hit[];
  /** What looking for a phrase across sentences has found, if that was done already. */
  readonly across?: PhraseAcross | undefined;
  /** Whether the words were wanted as they are, rather than an answer to them. */
  readonly isVerbatim?: boolean;
}
