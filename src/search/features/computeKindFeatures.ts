import { CUES } from '../../language/words/cues.ts';
import type { Asked } from '../../language/question.ts';
import { COLUMN } from './features.ts';

/** What a sentence contains that may be the answer. */
export interface KindSigns {
  readonly cues: number;
  /** A name or number that is not in the query. */
  readonly hasName: boolean;
  readonly hasNumber: boolean;
  readonly near: { readonly name: number; readonly number: number };
}

/** Sets the features for the expected kind of answer. */
export function computeKindFeatures(matrix: Float64Array, base: number, asked: Asked, signs: KindSigns): void {
  const { cues, near } = signs;
  const [hasName, hasNumber] = [signs.hasName ? 1 : 0, signs.hasNumber ? 1 : 0];
  const has = (cue: number) => (cues & cue ? 1 : 0);
  switch (asked) {
    case 'who':
    case 'where':
      matrix[base + COLUMN.nearName] = near.name;
      return;
    case 'when':
      matrix[base + COLUMN.whenDate] = has(CUES.date);
      matrix[base + COLUMN.nearNumber] = near.number;
      return;
    case 'quantity':
      matrix[base + COLUMN.quantityNumber] = hasNumber;
      matrix[base + COLUMN.quantityCue] = has(CUES.quantity);
      matrix[base + COLUMN.nearNumber] = near.number;
      return;
    case 'why':
      matrix[base + COLUMN.why] = has(CUES.reason);
      return;
    case 'how':
      matrix[base + COLUMN.how] = has(CUES.manner);
      return;
    case 'definition':
      matrix[base + COLUMN.definition] = has(CUES.definition);
      return;
    case 'name':
      matrix[base + COLUMN.naming] = has(CUES.naming);
      matrix[base + COLUMN.otherName] = hasName;
      return;
    case 'other':
      matrix[base + COLUMN.otherName] = hasName;
      matrix[base + COLUMN.otherNumber] = hasNumber;
      return;
    default:
      asked satisfies never;
  }
}
