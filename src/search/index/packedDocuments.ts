import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';

/** How often a term is in each document that has it. */
export type Documents = Map<number, number>;

/** The documents of all terms in two columns, term after term. */
export interface PackedDocuments {
  /** Returns the documents of a term, or undefined if none has it. */
  unpack(term: number): Documents | undefined;
  /** The terms that occur, in the order of their first occurrence. */
  readonly terms: readonly number[];
}

/** Collects the terms of documents, one document after another, and packs them by term. */
export interface Packer {
  /** Adds a document's terms, and returns how many different ones it has. */
  add(document: number, terms: Iterable<number>): number;
  pack(): Steps<PackedDocuments>;
}

const PACKED_A_STEP = 4096;

/** Creates an empty packer for terms below `terms`. Takes time proportional to the terms it is given. */
export function createPacker(terms: number): Packer {
  /** One entry for each different term of each document. */
  const [entryTerms, entryDocuments, entryCounts]: [number[], number[], number[]] = [[], [], []];
  /** By term: one more than its last entry so far, and how many it has. */
  const lastEntry = new Int32Array(terms);
  const sizes = new Int32Array(terms);
  const met: number[] = [];
  return {
    add(document, given) {
      const first = entryTerms.length;
      for (const term of given) {
        const last = lastEntry[term]!;
        if (last > first) {
          entryCounts[last - 1]! += 1;
          continue;
        }
        if (last === 0) met.push(term);
        lastEntry[term] = entryTerms.push(term);
        entryDocuments.push(document);
        entryCounts.push(1);
        sizes[term]! += 1;
      }
      return entryTerms.length - first;
    },
    *pack() {
      const ends = new Int32Array(terms);
      let end = 0;
      for (const term of met) {
        ends[term] = end;
        end += sizes[term]!;
      }
      const [documents, counts] = [new Int32Array(end), new Int32Array(end)];
      for (let entry = 0; entry < end; entry += 1) {
        const place = ends[entryTerms[entry]!]!++;
        documents[place] = entryDocuments[entry]!;
        counts[place] = entryCounts[entry]!;
        if (entry % PACKED_A_STEP === 0) yield;
      }
      return { terms: met, unpack: (term) => unpacked(documents, counts, [ends[term]! - sizes[term]!, ends[term]!]) };
    },
  };
}

function unpacked(documents: Int32Array, counts: Int32Array, [start, end]: Span): Documents | undefined {
  if (start === end) return undefined;
  const byDocument: Documents = new Map();
  for (let at = start; at < end; at += 1) byDocument.set(documents[at]!, counts[at]!);
  return byDocument;
}
