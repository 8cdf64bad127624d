/**
 * Senses of WordNet 3.1, each a word and the number of its sense, by the kind of event that they and all senses below them
 * tell. `none` takes out what is below a kind and tells no event.
 */
export const VERB_ANCHORS: Readonly<Record<string, string>> = {
  accident: 'crash.3 collide.3 derail.2 capsize.1',
  agreement: 'ratify.1 contract.1 settle.5 agree.2',
  appointment: 'appoint.1 appoint.2 install.2 inaugurate.2 promote.2 hire.1 crown.1 contract.2 join.1',
  arrest: 'arrest.1 imprison.1 extradite.1 detain.1',
  arson: 'burn.1',
  attack: 'attack.1 attack.3 attack.4 rape.1 ambush.1 strike.4 storm.2 storm.5 stab.1',
  award: 'award.1',
  birth: 'bear.2',
  bombing: 'explode.1 bomb.1',
  claim: 'claim.1 allege.1 accuse.1 accuse.2',
  clash: 'fight.1 battle.1',
  closure: 'abolish.1 shut_down.1 cancel.1 dissolve.4 dissolve.11',
  death: 'die.1',
  decision: 'approve.1 decide.1 decide.2 enact.1 decree.1 ban.1 ban.2 outlaw.1 legalize.1 veto.1 annul.1 postpone.1',
  decline: 'decrease.1 decrease.2',
  departure:
    'resign.2 leave_office.1 oust.1 expel.1 fire.4 emigrate.1 retire.1 retire.2 withdraw.1 flee.1 leave.1 leave.5 leave.8',
  deployment: 'deploy.1 deploy.2 mobilize.2',
  disaster: 'flood.1 destroy.1 destroy.2 devastate.1 erupt.5',
  discovery: 'discover.1 discover.3 unearth.1 find.3',
  election: 'elect.1 vote.1',
  founding: 'establish.1 establish.2 form.1',
  growth: 'increase.1 increase.2',
  hijacking: 'hijack.1',
  illness: 'infect.1 sicken.4 hospitalize.1 diagnose.1',
  injury: 'injure.1',
  kidnapping: 'kidnap.1',
  killing: 'kill.1 kill.9 kill.10',
  launch: 'launch.2 launch.3 introduce.2 unveil.2 unveil.3',
  lawsuit: 'sue.1 litigate.1',
  layoff: 'lay_off.2',
  match: 'compete.1',
  meeting: 'meet.2 meet.5 convene.1 convene.2',
  opening: 'open.2 inaugurate.1',
  operation: 'invade.1 besiege.1 raid.1 occupy.5 rescue.1 search.2',
  order: 'order.1 command.2',
  performance: 'perform.3 score.1',
  plot: 'plot.1 conspire.1 thwart.1',
  protest: 'protest.1 protest.2 demonstrate.4 riot.1',
  publication: 'publish.1 publish.2 publish.3 broadcast.1 create_verbally.1',
  purchase: 'buy.1 sell.1 pay.1 invest.1 trade.4 donate.1 merge.1 spend.2',
  release: 'free.1 liberate.1 acquit.1 pardon.2',
  robbery: 'rob.1 steal.1',
  sanction: 'penalize.1 fine.1',
  shooting: 'shoot.1 shoot.2 shoot.3 fire.1',
  statement:
    'announce.1 announce.2 state.1 criticize.1 speak.1 speak.2 address.1 declare.1 inform.1 praise.1 express.1 admit.1 deny.1',
  strike: 'strike.7',
  study: 'study.1 investigate.2 investigate.1 test.1 examine.3 measure.1 measure.2 survey.1',
  threat: 'threaten.2',
  trial: 'convict.1 sentence.1 prosecute.2 try.3 indict.1',
  victory: 'win.1 defeat.1',
  visit: 'visit.1 visit.2 visit.3 visit.4 arrive.1 return.1',
  warning: 'warn.1 warn.2 caution.1',
  none: 'be.1 have.1 seem.1 know.1 think.3 think.1 believe.1 understand.1 perceive.1 feel.1 contain.1 like.2 travel.1 look.1',
};

export const NOUN_ANCHORS: Readonly<Record<string, string>> = {
  accident: 'accident.1 collision.1 crash.2 mishap.2',
  agreement: 'agreement.1 treaty.1 agreement.4',
  appointment: 'appointment.1 inauguration.2 promotion.2',
  arrest: 'arrest.1 imprisonment.1 imprisonment.2 detention.1',
  arson: 'arson.1',
  attack: 'attack.1 attack.5 assault.2 assault.1',
  award: 'award.1 award.2 award.3',
  birth: 'birth.2 birth.3',
  bombing: 'explosion.1 explosion.2 bombing.1 bombing.2',
  claim: 'accusation.1 accusation.2 claim.1',
  clash: 'battle.1 clash.4 fight.2 war.1 war.4',
  closure: 'shutdown.1 abolition.1 cancellation.1',
  death: 'death.1 fatality.1 suicide.1',
  decision: 'decision.1 vote.1 decree.1 ban.1 legislation.2',
  decline: 'decrease.1 decrease.2 decrease.4 decline.1 loss.2',
  departure: 'departure.1 resignation.2 retirement.2 expulsion.1 withdrawal.3 emigration.1 exodus.1 ouster.2',
  deployment: 'deployment.1 mobilization.1',
  disaster: 'disaster.2 earthquake.1 flood.1 storm.1 conflagration.1 famine.2 tornado.1',
  discovery: 'discovery.1',
  election: 'election.1',
  founding: 'founding.1 formation.3',
  growth: 'increase.3 increase.4 increase.2 rise.1 rise.5 rise.9 rise.10',
  illness: 'epidemic.1',
  injury: 'injury.2',
  kidnapping: 'kidnapping.1',
  killing: 'killing.1 killing.2',
  launch: 'launch.2',
  lawsuit: 'lawsuit.1',
  layoff: 'layoff.1',
  match: 'contest.1 game.2',
  meeting: 'meeting.1 meeting.2 meeting.4 conference.1 conference.3',
  opening: 'opening.2 opening.4',
  operation: 'military_operation.1 raid.1 invasion.1 siege.1 rescue.1',
  order: 'order.1',
  performance: 'performance.1 performance.2',
  plot: 'plot.1 conspiracy.1',
  protest: 'protest.2 riot.1 riot.2 demonstration.3 boycott.1',
  publication: 'publication.2',
  purchase: 'purchase.1 sale.1 sale.2 acquisition.1 merger.1 payment.2 donation.1 donation.2 investment.1',
  release: 'release.2 acquittal.1 pardon.3',
  robbery: 'theft.1 robbery.1',
  sanction: 'penalty.1 penalty.2',
  shooting: 'shooting.1 shooting.2',
  statement: 'announcement.1 announcement.2 address.3 speech.1',
  strike: 'strike.1',
  study: 'study.1 study.3 experiment.1 investigation.1 investigation.2 survey.1 research.1',
  threat: 'threat.2 threat.3',
  trial: 'trial.4 conviction.2 verdict.1 indictment.1 prosecution.1',
  victory: 'victory.1',
  visit: 'visit.1 visit.2 visit.3 arrival.1 arrival.2 journey.1',
  warning: 'warning.1 warning.3',
  none: 'noise.1 sound.4 wave.1 beat.1',
};

/** Senses of nouns by the class that they and all senses below them are of, which tells the senses of verbs apart. */
export const CLASS_ANCHORS: Readonly<Record<string, string>> = {
  amount:
    'number.1 number.2 rate.2 rate.4 tax.1 price.1 sum.2 percentage.1 value.2 budget.1 budget.2 income.1 loss.1 wage.1 temperature.1 degree.1 cost.1',
  animal: 'animal.1',
  building: 'building.1 structure.1 facility.1 way.6',
  document: 'document.1 law.2 bill.1 writ.1 order.1 plan.1 contract.1 agreement.1 proposal.1',
  group:
    'organization.1 organization.3 team.1 military_unit.1 people.1 government.1 country.1 party.1 crowd.1 family.1',
  hazard:
    'storm.1 earthquake.1 flood.1 conflagration.1 fire.1 disaster.2 accident.1 tree.1 weather.1 avalanche.1 geological_phenomenon.1 disease.1 collapse.1 explosion.1',
  job: 'occupation.1 position.6',
  money: 'money.1 money.2 currency.1 fund.1 capital.1',
  person: 'person.1',
  vehicle: 'vehicle.1 ship.1 aircraft.1 train.1',
  weapon: 'weapon.1 ammunition.1 missile.1 bullet.1 rocket.1 shot.2',
  work: 'film.1 album.1 book.1 song.1 music.1 show.3 story.2 picture.6 photograph.1 program.3 video_recording.1',
};

/** Words whose commonest sense in reports is not the commonest in what WordNet was counted on, or that it lacks. */
export const VERBS_BY_HAND: Readonly<Record<string, string>> = {
  accident: 'crash derail capsize overturn skid collide rear-end jackknife',
  agreement: 'agree ratify settle negotiate reconcile',
  appointment:
    'appoint name nominate inaugurate promote hire recruit install reappoint enthrone crown sign draft succeed elevate designate',
  arrest: 'arrest detain apprehend imprison jail extradite handcuff nab intern incarcerate capture',
  arson: 'torch burn',
  attack: 'attack assault ambush storm stab behead sabotage torture rape molest mug maul batter',
  award: 'award honor honour bestow knight decorate',
  birth: 'bear beget hatch',
  bombing: 'bomb detonate dynamite explode blast',
  claim: 'claim allege accuse contend purport',
  clash: 'clash fight battle brawl skirmish duel feud',
  closure:
    'close shut shutter abolish dissolve dismantle disband cancel suspend discontinue scrap liquidate decommission mothball terminate',
  death: 'die perish drown succumb starve',
  decision:
    'decide approve enact adopt pass reject veto repeal ban outlaw legalize overturn uphold rule authorize permit postpone delay defer amend abandon mandate waive reinstate endorse opt',
  decline:
    'fall drop decline plunge plummet slump shrink tumble dip decrease reduce dwindle deteriorate slash halve cut lower weaken slide worsen wane subside',
  departure:
    'resign retire quit leave depart step_down oust overthrow depose topple evacuate defect flee emigrate withdraw escape exit evict expel deport banish dismiss sack abdicate',
  deployment: 'deploy mobilize dispatch station send',
  disaster: 'devastate flood destroy damage ravage wreck inundate erupt engulf collapse',
  discovery: 'discover unearth uncover find identify detect spot excavate decode',
  election: 'elect reelect vote',
  founding: 'found establish create form incorporate co-found cofound charter',
  growth:
    'rise grow increase climb soar surge jump expand gain double triple quadruple rebound recover rally raise boost hike strengthen skyrocket accelerate improve',
  hijacking: 'hijack commandeer skyjack carjack',
  illness: 'infect sicken hospitalize hospitalise diagnose quarantine contract',
  injury: 'injure wound maim hurt sprain fracture bruise scald',
  kidnapping: 'kidnap abduct',
  killing: 'kill murder assassinate execute massacre slay slaughter lynch strangle exterminate euthanize',
  launch: 'launch unveil introduce debut premiere test-fire',
  lawsuit: 'sue litigate countersue',
  layoff: 'furlough lay_off',
  listing: 'float delist',
  match: 'play draw compete face host',
  meeting: 'meet convene gather confer assemble reconvene',
  opening: 'open reopen',
  operation: 'invade besiege bombard raid shell annex recapture occupy seize search rescue conquer patrol',
  order: 'order command instruct decree subpoena',
  performance: 'perform score sing star homer headline tour',
  plot: 'plot conspire foil thwart mastermind scheme',
  protest: 'protest riot demonstrate march picket rally boycott',
  publication: 'publish print write broadcast author post issue compile reprint tweet',
  purchase: 'buy purchase acquire sell merge auction spend pay invest donate trade lease bid',
  release: 'release free acquit pardon liberate exonerate parole',
  robbery: 'rob steal loot burgle plunder pilfer shoplift',
  sanction: 'sanction blacklist embargo fine penalize penalise discipline',
  shooting: 'shoot fire snipe open_fire',
  statement:
    'say announce declare state condemn denounce apologize apologise confirm admit deny report testify criticize criticise praise tell ask reply respond add explain argue note comment vow promise pledge acknowledge concede reveal disclose insist urge describe',
  strike: 'strike walk_out',
  study: 'study test research investigate examine survey measure analyze analyse poll probe evaluate sequence',
  threat: 'threaten menace',
  trial: 'convict sentence indict prosecute arraign charge try plead',
  victory: 'win defeat beat triumph clinch trounce rout edge outscore',
  other: 'marry divorce celebrate graduate bury mourn commemorate',
  visit: 'visit arrive tour return',
  warning: 'warn alert caution',
};
export const NOUNS_BY_HAND: Readonly<Record<string, string>> = {
  accident: 'accident crash collision derailment shipwreck pileup mishap spill meltdown',
  agreement: 'agreement treaty accord ceasefire truce pact deal settlement armistice contract',
  appointment: 'appointment nomination inauguration promotion hiring coronation',
  arrest: 'arrest detention apprehension extradition imprisonment capture custody',
  attack: 'attack assault ambush stabbing sabotage beating rape rampage atrocity airstrike',
  award: 'award prize medal honor honour trophy accolade',
  birth: 'birth',
  bombing: 'bombing explosion blast detonation',
  claim: 'claim allegation accusation',
  clash: 'clash battle shootout firefight fighting combat war skirmish brawl uprising insurgency',
  closure: 'closure shutdown suspension cancellation closing abolition dissolution',
  death: 'death casualty fatality suicide demise',
  decision: 'decision ruling ban vote approval repeal veto resolution postponement moratorium',
  decline: 'decline decrease reduction drop plunge slump downturn recession setback slowdown devaluation depreciation',
  departure:
    'resignation departure retirement coup ouster evacuation withdrawal exodus escape deportation expulsion exit eviction abdication',
  deployment: 'deployment mobilization',
  disaster:
    'earthquake quake eruption flood flooding hurricane cyclone typhoon tsunami avalanche wildfire blaze famine landslide mudslide tornado storm drought disaster blizzard thunderstorm heatwave fire inferno catastrophe',
  discovery: 'discovery finding breakthrough sighting',
  election: 'election referendum runoff by-election reelection ballot',
  founding: 'founding creation establishment formation inception',
  growth: 'growth increase improvement recovery rise surge expansion hike upturn boom rebound',
  hijacking: 'hijacking carjacking',
  illness: 'outbreak epidemic pandemic infection diagnosis illness hospitalization stroke',
  injury: 'injury concussion fracture',
  kidnapping: 'kidnapping abduction',
  killing: 'killing murder assassination massacre execution slaying homicide genocide manslaughter beheading lynching',
  launch: 'launch debut premiere rollout liftoff unveiling introduction',
  lawsuit: 'lawsuit suit litigation appeal',
  layoff: 'layoff redundancy furlough',
  listing: 'listing ipo flotation',
  match: 'match game final semifinal fixture tournament championship playoff race bout derby',
  meeting: 'meeting summit conference talks negotiation convention gathering hearing briefing symposium',
  opening: 'opening reopening',
  operation: 'raid crackdown invasion offensive incursion siege bombardment operation rescue manhunt search',
  order: 'order injunction subpoena directive',
  performance: 'performance concert recital gig touchdown goal homer',
  plot: 'plot conspiracy',
  protest: 'protest demonstration riot revolt march boycott rally unrest',
  publication: 'publication broadcast',
  purchase: 'acquisition takeover merger purchase sale buyout auction donation investment payment',
  release: 'release liberation acquittal pardon parole',
  robbery: 'robbery theft burglary heist looting larceny',
  sanction: 'sanction penalty fine embargo',
  shooting: 'shooting gunfire',
  statement:
    'statement announcement speech testimony declaration apology denial criticism remark comment interview promise pledge',
  other:
    'ceremony funeral wedding marriage divorce celebration festival parade burial graduation anniversary commemoration vigil party',
  strike: 'strike walkout stoppage',
  study: 'study survey poll experiment investigation inquiry probe research analysis census test examination',
  threat: 'threat ultimatum',
  trial: 'trial conviction indictment verdict sentencing prosecution arraignment plea',
  victory: 'victory win triumph defeat upset',
  visit: 'visit trip arrival tour pilgrimage journey',
  warning: 'warning alert',
};

/** Words that are too general to say that something happened, or whose senses of a kind are rare in reports. */
export const WEEDS: Readonly<Record<'v' | 'n', string>> = {
  v: `advantage afford aim allow annihilate attain avoid bandy beat_about become begin belong blaze brave break_even
    bring bump_off buy_food buy_time cage can cancel_out cause chafe cheat check circumscribe clock cluster
    coalesce come compel concern condense consider contemplate continue crop cut_out deal defy depend destine
    disappoint dissipate do doom eliminate enable encourage enter entitle eradicate erase evidence exceed except
    exclude exhaust exist extirpate fade fail fall_short favor field fix frequent frustrate get get_away get_off
    give go go_off grow_up guard guide handle hang happen harm have help hold hold_off hold_out imagine imply
    incline indicate infest infiltrate inflame influence insist involve irritate itch jam keep know lame leave_off
    leave_out let lick lie like live look look_at make make_it manage master max_out mean measure_out minimize move
    need nose notice obliterate observe occur omit overlook overwhelm owe own pair paralyze parry persuade
    plunk_for poke police postulate prevent provide pump push put qualify remain remain_firm represent require
    resist restrict retrace rub saddle save seem select serve shake_off shine show shower sit smile snuff_out stake
    stand start stay stop stun support surpass swarm switch symbolize take teach throttle time tire trap treat turn
    unify use wait wash watch weather will withstand work wrestle wrinkle`,
  n: `aals aas ab abls absconding admission alamo amends an artifice atonement attainment ba banging battering
    birthing bleaching bowing brooding calving campaign charge checkmate circuit coming condition confinement
    contour countdown course dating dd dialysis dibs drawing effacement expiation exploration farrow farrowing
    feint fire firing footwork freestyle gettysburg going grievance hatch hatching hurdles hurdling incoming
    interpenetration laying leaving leyte mals measure med midway moneymaking moot move no nonstop notice od
    okinawa orleans parking penetration percussion permeation petersburg petty ploy pm pragmatic preaching
    precaution preliminary promise propitiation puncture registration ruse rustling safeguard salvation shaving
    shopping slam slippage spot step stopping stratagem time trick turn vietnam volley voyage waltz way yielding`,
};
