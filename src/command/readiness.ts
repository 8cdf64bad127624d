/** What a command may need of the articles that takes time with a large corpus: its search index or its events. */
export type Readiness = 'search' | 'events';

/** An article whose files are broken. */
export interface Unserved {
  /** The name of its folder, which is its id if it has one. */
  readonly name: string;
  /** The first problem, with file and line, and how many more there are. */
  readonly problem: string;
  /** Whether its last good version still answers. */
  readonly lastGood: boolean;
}
