import type { RstNames } from './rstInline.ts';

/** What is known of the document that is being read. */
export interface RstDocument {
  readonly names: RstNames;
  /** The rulers of headings so far, that of the first level first. */
  readonly styles: string[];
  /** Of the last heading. */
  readonly level: { now: number };
  readonly depth: { now: number };
}
