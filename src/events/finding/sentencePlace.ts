/** Inputs of the model, by name; those that are missing are 0. No name holds a word of a text. */
export type Features = Map<string, number>;

/** Sets an input; one that is 0 or false is left out. */
export type AddFeature = (name: string, value?: number | boolean) => void;

/** Where a sentence is in its article. */
export interface SentencePlace {
  readonly index: number;
  readonly count: number;
  readonly block: 'standfirst' | 'paragraph' | 'caption';
  /** Index of the paragraph, from 0. */
  readonly paragraph: number;
  /** How many headings are above it. */
  readonly section: number;
  /** Index in its block. */
  readonly inBlock: number;
  readonly role: string;
  /** Lemmas of the title's content words. */
  readonly title: ReadonlySet<string>;
  /** How often each lemma is used in the article. */
  readonly counts: ReadonlyMap<string, number>;
  /** Share of first-person words among the article's. */
  readonly firstPerson: number;
}
