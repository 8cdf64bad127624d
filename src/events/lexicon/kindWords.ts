import type { EventKind } from '../mentions/triggers.ts';

/**
 * Verbs by the kind of event that they mostly tell in general news, by hand. `kindOfClause` decides the other senses by
 * their subjects and objects.
 */
const VERBS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'crash derail capsize collide overturn crumple skid',
  agreement: 'agree ratify settle negotiate pledge commit compromise reconcile renew',
  appointment:
    'appoint name nominate inaugurate promote swear hire recruit install reappoint enthrone elevate succeed designate crown enlist sign join draft employ assign induct',
  arrest: 'arrest detain apprehend imprison jail extradite nab incarcerate capture handcuff catch intern',
  arson: 'torch burn ignite',
  attack:
    'attack assault ambush storm stab behead sabotage torture hit strike rape harass beat smash ram knife maul mug punch molest batter hack vandalize vandalise stone slap torpedo',
  award: 'award honor honour bestow knight decorate',
  birth: 'bear hatch',
  bombing: 'bomb detonate dynamite explode blast',
  claim: 'claim allege accuse insist maintain assert contend',
  clash: 'clash fight battle confront brawl skirmish duel',
  closure:
    'close shut abolish dissolve dismantle disband cancel suspend discontinue liquidate shutter halt scrap ground terminate axe decommission demolish raze bulldoze scrub shelve ditch mothball cease expire',
  death: 'die perish drown succumb suffocate starve',
  decision:
    'approve pause enact outlaw legalize legalise veto repeal ban adopt decide pass reject overturn uphold authorize authorise implement introduce postpone delay defer reverse abandon limit restrict amend revise scuttle block permit impose allow grant rule mandate opt choose select override tighten ease withhold extend reinstate overrule waive accept refuse decree recognise recognize prohibit forbid bar disallow downgrade upgrade rezone nationalise nationalize privatise privatize exempt allot',
  decline:
    'fall drop decline plunge plummet slump shrink tumble sink slide dip decrease reduce lower contract dwindle weaken deteriorate slash halve collapse cut lose erode diminish slow worsen depreciate recede subside devalue crumble',
  departure:
    'resign evacuate defect relocate retire quit oust overthrow depose topple leave flee depart emigrate board fly escape withdraw exit deport expel flock migrate evict eject banish dismiss sack replace transfer disappear vanish retreat resettle',
  deployment: 'deploy mobilize mobilise dispatch station',
  disaster: 'erupt devastate flood destroy damage ravage wreck inundate engulf level',
  discovery:
    'discover unearth uncover find identify detect spot observe pinpoint decode sequence locate determine trace conclude',
  election: 'elect reelect vote campaign',
  founding: 'found establish create form incorporate constitute build construct erect',
  growth:
    'rise grow increase climb soar surge jump expand gain rally rebound recover double triple quadruple accelerate improve strengthen swell balloon raise boost hike spike average trend mount peak bounce multiply outpace earn gross generate appreciate heighten widen intensify',
  hijacking: 'hijack commandeer skyjack',
  illness:
    'diagnose hospitalize hospitalise sicken infect contract quarantine poison vaccinate immunize immunise transplant',
  injury: 'injure wound maim hurt sprain fracture tear concuss bruise',
  kidnapping: 'kidnap abduct ransom',
  killing: 'kill murder assassinate execute massacre slay lynch slaughter exterminate strangle behead poison gun',
  launch: 'launch unveil introduce debut roll release premiere reissue remaster',
  lawsuit: 'sue litigate appeal countersue',
  layoff: 'lay furlough fire',
  match: 'play draw tie qualify compete',
  meeting: 'meet convene gather confer assemble reconvene attend talk interview host consult chat lunch dine reunite',
  opening: 'open reopen inaugurate',
  operation:
    'canvass invade besiege bombard raid shell annex recapture search occupy seize rescue disperse conquer confiscate retake overrun airlift retrieve',
  order: 'order command instruct task subpoena summon',
  other: 'train educate combine reflect age evolve team account view proceed unite orient',
  performance:
    'perform score rush throw kick pitch bat homer sing star intercept catch convert miss tackle punt dunk sack ace volley race swim sprint tour drill nail rebound dribble tee dance headline exhibit costar co-star choreograph film foul',
  plot: 'plot conspire mastermind foil thwart scheme',
  protest: 'protest riot demonstrate march picket chant',
  publication:
    'publish write issue print post broadcast submit present author compile reprint air edit translate leak circulate distribute mail upload televise stream serialise serialize',
  purchase:
    'buy acquire purchase sell merge spend pay auction bid order export import lease rent swap trade donate invest fund repurchase repay contribute allocate lend borrow reimburse compensate refund subscribe finance subsidise subsidize inherit bequeath',
  release: 'release free acquit pardon liberate exonerate parole',
  robbery: 'rob loot burgle steal plunder defraud embezzle launder pickpocket swindle',
  sanction: 'sanction blacklist embargo fine penalize penalise suspend lift discipline disqualify reprimand punish',
  shooting: 'shoot riddle snipe',
  statement:
    'announce declare condemn denounce apologize apologise confirm admit deny report say state criticize criticise praise testify tell add ask call write tweet argue explain note promise reveal disclose acknowledge suggest respond reply comment describe mention concede complain dispute question vow swear pledge plead beg welcome thank congratulate confess dub quip assure invite joke answer decline predict emphasize stress remark recount hail blame accuse boast divulge recount recommend caution speak cite claim signal reiterate echo decry lament mock ridicule rebuke object disavow defend demand attribute slam credit offer depict laud applaud indicate propose hint voice urge lambast refer inform notify remind express quote detail request lobby petition counter advise',
  strike: 'strike',
  study:
    'study research investigate examine survey measure analyze analyse experiment poll conduct probe explore assess review estimate evaluate track calculate compare predict prove show',
  threat: 'threaten menace',
  trial: 'convict sentence indict prosecute charge try testify arraign plead remand interrogate adjudicate',
  victory:
    'win defeat beat triumph conquer clinch rout edge trounce oust eliminate overcome outlast upset thrash sweep',
  visit: 'visit arrive tour return reach travel revisit land',
  warning: 'warn alert caution',
};

const NOUNS: Readonly<Partial<Record<EventKind, string>>> = {
  accident: 'accident crash collision derailment shipwreck wreck mishap spill pileup meltdown',
  agreement:
    'agreement treaty accord ceasefire truce pact deal settlement compromise contract pledge commitment partnership alliance memorandum lease',
  appointment: 'appointment nomination inauguration hiring promotion signing coronation',
  arrest: 'arrest detention apprehension extradition imprisonment custody capture',
  arson: 'arson',
  attack: 'attack assault ambush stabbing sabotage beating rampage onslaught rape atrocity hack cyberattack shelling',
  award: 'award prize medal honor honour trophy scholarship laurel',
  birth: 'birth',
  bombing: 'bombing explosion blast detonation',
  claim: 'claim allegation accusation complaint grievance',
  clash:
    'clash battle shootout firefight fighting confrontation combat war conflict violence skirmish brawl fight uprising insurgency melee fray gunfight standoff scuffle feud',
  closure:
    'closure shutdown suspension cancellation closing breakup dissolution demolition expiry abolition bankruptcy liquidation',
  death: 'death casualty fatality suicide',
  decision:
    'decision ruling ban vote approval repeal veto resolution legislation cutback refusal implementation moratorium rejection legalization legalisation curfew authorization authorisation ratification reform acceptance permission',
  decline:
    'decline drop fall decrease reduction loss cut plunge slump downturn recession collapse dip setback slowdown crash deterioration shortage devaluation',
  departure:
    'resignation departure retirement coup ouster impeachment evacuation withdrawal exit exodus escape deportation expulsion disappearance migration relocation emigration',
  deployment: 'deployment mobilization dispatch buildup build-up reinforcement',
  disaster:
    'earthquake quake eruption flood flooding hurricane cyclone typhoon tsunami avalanche wildfire blaze famine landslide mudslide tornado storm drought fire disaster blizzard snowstorm heatwave outage tragedy hailstorm',
  discovery: 'discovery finding breakthrough sighting detection identification',
  election: 'election referendum primary runoff campaign caucus ballot by-election reelection re-election',
  founding: 'founding creation establishment formation inception independence',
  growth: 'growth increase rise gain surge expansion hike boom recovery uptick upturn rebound jump',
  hijacking: 'hijacking',
  illness:
    'outbreak epidemic pandemic infection diagnosis illness stroke hospitalization surgery transplant vaccination transfusion injection',
  injury: 'injury concussion fracture',
  kidnapping: 'kidnapping abduction',
  killing: 'killing murder assassination massacre execution slaying homicide genocide slaughter',
  launch: 'launch debut premiere rollout liftoff release',
  lawsuit: 'lawsuit suit appeal litigation',
  layoff: 'layoff redundancy sacking firing',
  listing: 'listing ipo flotation offering',
  match:
    'match game final semifinal fixture tournament race championship season playoff derby bout competition contest rematch qualifier marathon duel rivalry',
  meeting:
    'meeting summit conference talk talks negotiation rally ceremony convention gathering hearing session briefing interview discussion symposium call funeral vigil forum banquet dinner gala reception conversation dialogue debate memorial',
  opening: 'opening reopening',
  operation:
    'raid crackdown invasion offensive incursion siege airstrike bombardment operation rescue search patrol intervention mission exercise drill annexation airlift manhunt occupation',
  order: 'order injunction directive mandate subpoena decree',
  performance:
    'performance concert touchdown goal show tour showing recital gig festival parade screening celebration bash',
  plot: 'plot conspiracy',
  protest: 'protest demonstration riot revolt march boycott unrest',
  publication:
    'publication report book article exhibition exhibit paper broadcast essay editorial memoir leak documentary newsletter',
  purchase:
    'acquisition takeover merger purchase sale buyout payment auction donation investment bid order transaction shipment offer tender funding loan financing subsidy contribution compensation refund repurchase buyback reimbursement',
  release: 'liberation acquittal pardon parole',
  robbery: 'robbery theft burglary heist looting',
  sanction: 'sanction penalty fine embargo tariff blacklist foul punishment disqualification',
  shooting: 'shooting gunfire',
  statement:
    'statement announcement speech testimony declaration apology denial address remark comment promise confession criticism condemnation praise outcry rebuke tweet response update outpouring petition request message letter invitation proposal tribute congratulation reply prediction forecast assessment explanation revelation disclosure vow demand reaction plea',
  strike: 'strike walkout stoppage',
  study:
    'study survey poll experiment investigation research inquiry probe analysis census test examination review autopsy inspection',
  threat: 'threat ultimatum',
  trial: 'trial conviction indictment verdict sentencing sentence prosecution charge arraignment proceeding retrial',
  victory: 'victory win defeat triumph upset',
  visit: 'visit trip arrival tour pilgrimage return journey voyage stopover excursion',
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
