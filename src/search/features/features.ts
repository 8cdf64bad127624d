/**
 * The ranker's features of a sentence, in groups and in column order. Shares are of the query's words, weighted by how
 * rare they are in these articles, or (`…Rarity`) in general. `raw…` is a share times the square root of the number of
 * query words, since a share of a long question means more. `opens` is 1 for a sentence that starts with a query word,
 * less the later the first one is.
 */
export const FEATURE_GROUPS = {
  'words of the sentence': ['sentence', 'sentenceRarity', 'coverageRarity', 'rawSentence'],
  'words of the block': ['block', 'blockRarity', 'blockCoverage', 'rawBlock'],
  'all words, stop words too': ['allWords', 'allBlock'],
  'words of sentences near it': ['window', 'unionBefore', 'unionFirst', 'unionAfter'],
  'scores of neighbours': ['before', 'after', 'blockBefore', 'blockAfter'],
  'title and heading': ['context'],
  'related meaning': ['related', 'relatedBlock'],
  'similar spelling': ['similar', 'similarBlock'],
  'order and nearness': ['allBigrams', 'rawBigrams', 'proximity', 'density'],
  'kind of answer': [
    'whenDate',
    'quantityNumber',
    'quantityCue',
    'why',
    'how',
    'definition',
    'naming',
    'otherName',
    'otherNumber',
    'nearName',
    'nearNumber',
  ],
  'the sentence itself': ['isFirst', 'isLast', 'opens', 'leansBack', 'length', 'novel', 'quotes'],
} as const;
type FeatureGroup = keyof typeof FEATURE_GROUPS;
export type Feature = (typeof FEATURE_GROUPS)[FeatureGroup][number];

export const FEATURES: readonly Feature[] = Object.values(FEATURE_GROUPS).flat();

/** Number of columns. */
export const FEATURE_COUNT = FEATURES.length;

/** Column of each feature. */
export const COLUMN = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<Record<Feature, number>>;
