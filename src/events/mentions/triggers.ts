import { formsOf, type VerbForm } from './verbForms.ts';

/** The kinds of events. */
export const EVENT_KINDS = [
  'accident',
  'agreement',
  'appointment',
  'arrest',
  'arson',
  'attack',
  'award',
  'birth',
  'bombing',
  'claim',
  'clash',
  'closure',
  'death',
  'decision',
  'decline',
  'departure',
  'deployment',
  'disaster',
  'discovery',
  'election',
  'founding',
  'growth',
  'hijacking',
  'illness',
  'injury',
  'kidnapping',
  'killing',
  'launch',
  'lawsuit',
  'layoff',
  'listing',
  'match',
  'meeting',
  'operation',
  'opening',
  'order',
  'other',
  'performance',
  'plot',
  'protest',
  'publication',
  'purchase',
  'release',
  'robbery',
  'sanction',
  'shooting',
  'statement',
  'strike',
  'study',
  'threat',
  'trial',
  'victory',
  'visit',
  'warning',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A word that may express an event, as it is in a text. */
export interface Trigger {
  readonly kind: EventKind;
  readonly word: 'verb' | 'noun';
  /** The verb's or noun's base form. */
  readonly base: string;
  readonly form: VerbForm | 'singular' | 'plural';
  /** Whether the verb only expresses an event with something that makes it definite: a date, a place, a quotation. */
  readonly weak: boolean;
  /** Whether the noun only refers back to an earlier event of any kind: "the crime", "this incident". */
  readonly generic: boolean;
}

/**
 * Verbs and nouns by kind, written by hand; weak ones after the bar. Other meanings of a verb ("to launch a page", "to
 * strike a balance") are left to the conditions on clauses.
 */
const VERBS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'crash derail capsize | collide overturn sink',
  agreement: 'sign ratify | agree negotiate settle',
  appointment: 'appoint inaugurate nominate reelect enthrone | name promote swear',
  arrest: 'arrest detain apprehend imprison jail extradite nab incarcerate | capture intern seize',
  arson: 'torch | burn ignite',
  attack: 'attack assault ambush storm stab behead sabotage torture | hit strike target harass rape',
  bombing: 'bomb detonate dynamite explode | blast',
  clash: 'clash | fight battle confront',
  closure: 'abolish dissolve dismantle disband | close cancel suspend',
  death: 'die perish drown | succumb',
  decision: 'approve enact outlaw legalize legalise veto repeal ban | adopt decide pass reject raise lower cut vote',
  departure: 'resign evacuate defect retire quit oust overthrow depose impeach topple | leave flee withdraw',
  deployment: 'deploy mobilize mobilise dispatch | send',
  disaster: 'erupt devastate flood | destroy damage ravage collapse',
  discovery: 'discover unearth uncover | find identify detect',
  election: 'elect | vote',
  founding: 'found establish inaugurate | create form start begin',
  growth: '| expand increase grow reach',
  hijacking: 'hijack commandeer skyjack',
  injury: 'injure wound maim | hurt',
  kidnapping: 'kidnap abduct',
  killing: 'kill murder assassinate execute massacre slay gun lynch slaughter',
  launch: 'launch unveil introduce | test',
  meeting: '| meet convene gather',
  operation: 'invade besiege bombard raid shell annex recapture | search occupy',
  order: 'order command instruct | urge demand',
  plot: 'plot conspire mastermind foil thwart | plan prevent avert disrupt attempt',
  protest: 'protest riot demonstrate | march rally',
  publication: 'publish | issue release',
  purchase: 'acquire purchase merge | buy sell',
  release: 'free acquit pardon liberate rescue | release',
  robbery: 'rob loot burgle | steal',
  sanction: 'sanction blacklist embargo | fine',
  shooting: 'shoot riddle | fire',
  statement:
    'announce declare condemn denounce accuse apologize apologise | confirm admit deny reject reveal report say state criticize criticise praise testify',
  strike: '| strike',
  threat: 'threaten | vow',
  trial: 'convict sentence indict prosecute sue charge | rule try acquit plead',
  victory: 'defeat | win beat',
  visit: '| visit arrive tour',
  warning: 'warn alert | caution',
};
const NOUNS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'crash accident derailment collision shipwreck',
  agreement: 'agreement treaty accord ceasefire truce pact | deal settlement',
  appointment: 'inauguration appointment | nomination',
  arrest: 'arrest detention apprehension extradition imprisonment',
  arson: 'arson',
  attack: 'attack assault ambush stabbing sabotage | strike',
  bombing: 'bombing explosion blast detonation bomb grenade explosive',
  clash: 'clash battle shootout firefight | fighting confrontation combat',
  closure: 'closure shutdown | suspension',
  death: 'death | casualty',
  departure: 'resignation coup ouster impeachment evacuation withdrawal',
  disaster:
    'earthquake eruption flood hurricane cyclone typhoon tsunami avalanche wildfire famine outbreak epidemic landslide | fire storm',
  discovery: 'discovery',
  election: 'election referendum',
  founding: 'founding inception',
  hijacking: 'hijacking',
  kidnapping: 'kidnapping abduction',
  killing: 'killing murder assassination massacre execution slaying homicide',
  launch: 'launch',
  meeting: 'summit conference | meeting talks visit',
  opening: 'opening',
  operation: 'raid crackdown invasion offensive incursion siege airstrike bombardment | operation',
  plot: 'plot conspiracy',
  protest: 'protest demonstration riot uprising revolt | march rally',
  publication: 'publication | release',
  purchase: 'acquisition takeover merger',
  robbery: 'robbery theft burglary heist looting',
  shooting: 'shooting gunfire',
  strike: '| strike walkout',
  threat: '| threat call',
  trial: 'conviction indictment verdict trial',
  victory: '| victory defeat',
};

/** Nouns that refer to an earlier event; alone they are none. */
const GENERIC_NOUNS = 'incident crime tragedy atrocity act action event deed case';

/** Nouns with an irregular or unmarked plural. */
const PLURALS: Readonly<Record<string, string>> = {
  conspiracy: 'conspiracies',
  casualty: 'casualties',
  burglary: 'burglaries',
  robbery: 'robberies',
  discovery: 'discoveries',
  tragedy: 'tragedies',
  atrocity: 'atrocities',
};

/** Every form of every trigger, in lower case. A word may belong to several. */
export const TRIGGERS: ReadonlyMap<string, readonly Trigger[]> = readTriggers();

function readTriggers(): ReadonlyMap<string, readonly Trigger[]> {
  const found = new Map<string, Trigger[]>();
  const add = (word: string, trigger: Trigger): void => {
    found.set(word, [...(found.get(word) ?? []), trigger]);
  };
  for (const [kind, list] of Object.entries(VERBS) as [EventKind, string][])
    for (const [base, weak] of entries(list))
      for (const [word, form] of formsOf(base))
        if (word !== 'found' || base === 'find') add(word, { kind, word: 'verb', base, form, weak, generic: false });
  const addNoun = (kind: EventKind, base: string, rest: Pick<Trigger, 'weak' | 'generic'>): void => {
    add(base, { kind, word: 'noun', base, form: 'singular', ...rest });
    add(pluralOf(base), { kind, word: 'noun', base, form: 'plural', ...rest });
  };
  for (const [kind, list] of Object.entries(NOUNS) as [EventKind, string][])
    for (const [base, weak] of entries(list)) addNoun(kind, base, { weak, generic: false });
  for (const base of GENERIC_NOUNS.split(' ')) addNoun('attack', base, { weak: true, generic: true });
  return found;
}

function pluralOf(base: string): string {
  return PLURALS[base] ?? (/(?:s|sh|ch)$/u.test(base) ? `${base}es` : `${base}s`);
}

function entries(list: string): readonly (readonly [base: string, weak: boolean])[] {
  const [strong = '', weak = ''] = list.split('|');
  return [
    ...strong.split(' ').flatMap((base) => (base === '' ? [] : [[base, false] as const])),
    ...weak.split(' ').flatMap((base) => (base === '' ? [] : [[base, true] as const])),
  ];
}
