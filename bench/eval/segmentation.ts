import { sentences } from '../../src/language/sentences.ts';

/** Adapter for the segmentation harness: see `npm run eval`. */
export default { name: 'rapporteur', split: (text: string) => sentences(text) };
