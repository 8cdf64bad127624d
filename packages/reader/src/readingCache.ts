import { hash } from 'node:crypto';
import { MODEL_VERSION } from './checkModel.ts';
import type { Passage, PassageReading } from './reader.ts';

/** Readings by content: model, question and passage. */
export interface ReadingCache {
  readonly keyOf: (question: string, passage: Passage) => string;
  readonly get: (key: string) => PassageReading | undefined;
  readonly set: (key: string, reading: PassageReading) => void;
}

/** Makes a cache that drops what was used least recently. */
export function createReadingCache(max: number): ReadingCache {
  const readings = new Map<string, PassageReading>();
  return {
    keyOf: (question, { text, sentences }) =>
      hash('sha256', JSON.stringify([MODEL_VERSION, question, text, sentences]), 'base64'),
    get(key) {
      const reading = readings.get(key);
      if (reading) {
        readings.delete(key);
        readings.set(key, reading);
      }
      return reading;
    },
    set(key, reading) {
      readings.delete(key);
      readings.set(key, reading);
      if (readings.size > max) readings.delete(readings.keys().next().value!);
    },
  };
}
