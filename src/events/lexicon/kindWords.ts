import type { EventKind } from '../mentions/triggers.ts';

/**
 * Verbs by the kind of event that they mostly tell in general news, by hand. `kindOfClause` decides the other senses by
 * their subjects and objects.
 */
const VERBS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'crash derail capsize collide overturn crumple skid',
  agreement: 'agree ratify settle negotiate pledge commit compromise reconcile',
  appointment:
    'appoint name nominate inaugurate promote swear hire recruit install reappoint enthrone elevate succeed designate crown enlist sign join draft',
  arrest: 'arrest detain apprehend imprison jail extradite nab incarcerate capture handcuff catch',
  arson: 'torch burn ignite',
  attack:
    'attack assault ambush storm stab behead sabotage torture hit strike rape harass beat smash ram knife maul mug punch molest batter',
  award: 'award honor honour bestow knight decorate',
  birth: 'bear hatch',
  bombing: 'bomb detonate dynamite explode blast',
  claim: 'claim allege accuse insist maintain assert contend',
  clash: 'clash fight battle confront brawl skirmish duel',
  closure:
    'close shut abolish dissolve dismantle disband cancel suspend discontinue liquidate shutter halt scrap ground terminate axe decommission',
  death: 'die perish drown succumb suffocate starve',
  decision:
    'approve pause enact outlaw legalize legalise veto repeal ban adopt decide pass reject overturn uphold authorize authorise implement introduce postpone delay defer reverse abandon limit restrict amend revise scuttle block permit impose allow grant rule mandate opt choose select override tighten ease withhold extend reinstate overrule waive',
  decline:
    'fall drop decline plunge plummet slump shrink tumble sink slide dip decrease reduce lower contract dwindle weaken deteriorate slash halve collapse cut lose erode diminish slow worsen',
  departure:
    'resign evacuate defect relocate retire quit oust overthrow depose topple leave flee depart emigrate board fly escape withdraw exit deport expel flock migrate evict eject banish dismiss sack replace',
  deployment: 'deploy mobilize mobilise dispatch station',
  disaster: 'erupt devastate flood destroy damage ravage wreck inundate engulf level',
  discovery: 'discover unearth uncover find identify detect spot observe pinpoint decode sequence locate',
  election: 'elect reelect vote campaign',
  founding: 'found establish create form incorporate constitute build construct erect',
  growth:
    'rise grow increase climb soar surge jump expand gain rally rebound recover double triple quadruple accelerate improve strengthen swell balloon raise boost hike spike average trend',
  hijacking: 'hijack commandeer skyjack',
  illness: 'diagnose hospitalize hospitalise sicken infect contract quarantine poison',
  injury: 'injure wound maim hurt sprain fracture tear concuss bruise',
  kidnapping: 'kidnap abduct ransom',
  killing: 'kill murder assassinate execute massacre slay lynch slaughter exterminate strangle behead poison gun',
  launch: 'launch unveil introduce debut roll release premiere reissue remaster',
  lawsuit: 'sue litigate appeal countersue',
  layoff: 'lay furlough fire',
  match: 'play draw tie qualify',
  meeting: 'meet convene gather confer assemble reconvene',
  opening: 'open reopen inaugurate',
  operation: 'canvass invade besiege bombard raid shell annex recapture search occupy seize rescue disperse conquer',
  order: 'order command instruct demand',
  other: '',
  performance:
    'perform score rush throw kick pitch bat homer sing star intercept catch convert miss tackle punt dunk sack ace volley race swim sprint tour drill nail rebound dribble tee',
  plot: 'plot conspire mastermind foil thwart scheme',
  protest: 'protest riot demonstrate march picket chant',
  publication: 'publish write issue print post broadcast submit present author compile reprint air edit film translate',
  purchase:
    'buy acquire purchase sell merge spend pay auction bid order export import lease rent swap trade donate invest fund',
  release: 'release free acquit pardon liberate exonerate parole',
  robbery: 'rob loot burgle steal plunder',
  sanction: 'sanction blacklist embargo fine penalize penalise suspend lift discipline',
  shooting: 'shoot riddle snipe',
  statement:
    'announce declare condemn denounce apologize apologise confirm admit deny report say state criticize criticise praise testify tell add ask call write tweet argue explain note promise reveal disclose acknowledge suggest respond reply comment describe mention concede complain dispute question vow swear pledge plead beg welcome thank congratulate confess dub quip assure invite joke answer decline predict emphasize stress remark recount hail blame accuse boast divulge recount recommend caution speak cite claim signal reiterate echo decry lament mock ridicule rebuke object disavow defend',
  strike: 'strike',
  study:
    'study research investigate examine survey measure analyze analyse experiment poll conduct probe explore assess review estimate evaluate track calculate compare predict prove show',
  threat: 'threaten',
  trial: 'convict sentence indict prosecute charge try testify arraign plead remand',
  victory:
    'win defeat beat triumph conquer clinch rout edge trounce oust eliminate overcome outlast upset thrash sweep',
  visit: 'visit arrive tour return reach travel',
  warning: 'warn alert caution advise urge',
};

const NOUNS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'accident crash collision derailment shipwreck wreck mishap spill pileup meltdown',
  agreement: 'agreement treaty accord ceasefire truce pact deal settlement compromise contract pledge commitment',
  appointment: 'appointment nomination inauguration hiring promotion signing coronation',
  arrest: 'arrest detention apprehension extradition imprisonment custody capture',
  arson: 'arson',
  attack: 'attack assault ambush stabbing sabotage beating rampage onslaught rape atrocity',
  award: 'award prize medal honor honour trophy',
  birth: 'birth',
  bombing: 'bombing explosion blast detonation',
  claim: 'claim allegation accusation',
  clash:
    'clash battle shootout firefight fighting confrontation combat war conflict violence skirmish brawl fight uprising insurgency',
  closure: 'closure shutdown suspension cancellation closing',
  death: 'death casualty fatality suicide',
  decision:
    'decision ruling ban vote approval repeal veto resolution legislation cutback refusal implementation moratorium',
  decline:
    'decline drop fall decrease reduction loss cut plunge slump downturn recession collapse dip setback slowdown crash',
  departure:
    'resignation departure retirement coup ouster impeachment evacuation withdrawal exit exodus escape deportation expulsion',
  deployment: 'deployment mobilization dispatch',
  disaster:
    'earthquake quake eruption flood flooding hurricane cyclone typhoon tsunami avalanche wildfire blaze famine landslide mudslide tornado storm drought fire disaster',
  discovery: 'discovery finding breakthrough sighting',
  election: 'election referendum primary runoff campaign caucus',
  founding: 'founding creation establishment formation inception',
  growth: 'growth increase rise gain surge expansion hike boom recovery',
  hijacking: 'hijacking',
  illness: 'outbreak epidemic pandemic infection diagnosis illness stroke hospitalization',
  injury: 'injury concussion fracture',
  kidnapping: 'kidnapping abduction',
  killing: 'killing murder assassination massacre execution slaying homicide genocide slaughter',
  launch: 'launch debut premiere rollout liftoff release',
  lawsuit: 'lawsuit suit appeal litigation complaint',
  layoff: 'layoff redundancy sacking firing',
  listing: 'listing ipo flotation offering',
  match: 'match game final semifinal fixture tournament race championship season playoff derby bout',
  meeting:
    'meeting summit conference talk talks negotiation rally ceremony convention gathering hearing session briefing interview discussion symposium call',
  opening: 'opening reopening',
  operation:
    'raid crackdown invasion offensive incursion siege airstrike bombardment operation rescue search patrol intervention mission',
  order: 'order injunction',
  performance: 'performance concert touchdown goal show tour showing recital gig',
  plot: 'plot conspiracy',
  protest: 'protest demonstration riot revolt march boycott unrest',
  publication: 'publication report book article exhibition exhibit paper broadcast',
  purchase:
    'acquisition takeover merger purchase sale buyout payment auction donation investment bid order transaction shipment offer',
  release: 'liberation acquittal pardon parole',
  robbery: 'robbery theft burglary heist looting',
  sanction: 'sanction penalty fine embargo tariff blacklist foul',
  shooting: 'shooting gunfire',
  statement:
    'statement announcement speech testimony declaration apology denial address remark comment promise confession criticism condemnation praise outcry rebuke tweet response',
  strike: 'strike walkout stoppage',
  study: 'study survey poll experiment investigation research inquiry probe analysis census test examination review',
  threat: 'threat ultimatum',
  trial: 'trial conviction indictment verdict sentencing sentence prosecution charge arraignment',
  victory: 'victory win defeat triumph upset',
  visit: 'visit trip arrival tour pilgrimage return',
  warning: 'warning alert',
};

/** Returns the kind that a verb's base form mostly has, or undefined if the list does not have it. */
export const KIND_OF_VERB: ReadonlyMap<string, EventKind> = kindsByLemma(VERBS);
/** The same for the singular of a noun. */
export const KIND_OF_NOUN: ReadonlyMap<string, EventKind> = kindsByLemma(NOUNS);

/** A lemma under several kinds has the first. */
function kindsByLemma(lists: Readonly<Partial<Record<EventKind, string>>>): ReadonlyMap<string, EventKind> {
  const kinds = new Map<string, EventKind>();
  for (const [kind, list] of Object.entries(lists) as [EventKind, string][])
    for (const lemma of list.split(' ')) if (!kinds.has(lemma)) kinds.set(lemma, kind);
  return kinds;
}
