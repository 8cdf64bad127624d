/** Stems of verbs that say too little of a deed: any other verb can be in their place. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'be do have happen occur take make get give go come use say said mean call name becom caus last exist'.split(' '),
);
