/** Irregular past forms: past and participle, by verb. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  arise: ['arose', 'arisen'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  burn: ['burned', 'burnt'],
  cast: ['cast'],
  catch: ['caught'],
  come: ['came'],
  cut: ['cut'],
  fall: ['fell', 'fallen'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  forbid: ['forbade', 'forbidden'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hang: ['hanged', 'hung'],
  hit: ['hit'],
  hold: ['held'],
  lay: ['laid'],
  lead: ['led'],
  leave: ['left'],
  lose: ['lost'],
  make: ['made'],
  meet: ['met'],
  open: ['opened'],
  overthrow: ['overthrew', 'overthrown'],
  rise: ['rose', 'risen'],
  say: ['said'],
  sell: ['sold'],
  send: ['sent'],
  set: ['set'],
  shoot: ['shot'],
  sink: ['sank', 'sunk'],
  slay: ['slew', 'slain'],
  speak: ['spoke', 'spoken'],
  split: ['split'],
  steal: ['stole', 'stolen'],
  strike: ['struck'],
  take: ['took', 'taken'],
  tell: ['told'],
  throw: ['threw', 'thrown'],
  win: ['won'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
};
/** Verbs that double their last consonant. */
const DOUBLING =
  /^(?:ban|plan|stab|rob|drop|grab|kidnap|hit|cut|set|begin|win|split|run|step|stop|trap|commit|admit|submit|permit|quit|shut|gun|nab|bar|plot|raid-|occur|refer|recur|ship|strip|slam|ram|scrap|transfer|propel|expel|compel|cancel|shell-|bid|rig|thin|wed)$/u;

/** The form of a verb. `past` may also be its participle. */
export type VerbForm = 'base' | 'present' | 'past' | 'gerund';

/** Lists the forms of a regular or known irregular English verb. */
export function formsOf(verb: string): readonly (readonly [word: string, form: VerbForm])[] {
  const ending = /[^aeiou]y$/u.test(verb);
  const stem = DOUBLING.test(verb) ? verb + verb.slice(-1) : verb.replace(/e$/u, '');
  const past = IRREGULAR[verb] ?? [ending ? `${verb.slice(0, -1)}ied` : `${stem}ed`];
  const present = ending ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  const gerund = verb.endsWith('ee') ? `${verb}ing` : `${stem}ing`;
  return [[verb, 'base'], [present, 'present'], ...past.map((word) => [word, 'past'] as const), [gerund, 'gerund']];
}
