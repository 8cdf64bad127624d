import { beforeFirst } from '../beforeFirst.ts';

/** What is known about a language's abbreviations; all without their last full stop, in the case they are written in. */
export interface SentenceWords {
  /** Never end a sentence: titles before names, "e.g.". */
  readonly never: ReadonlySet<string>;
  /** Are abbreviations before a number only: "No. 5", "p. 12", "Sept. 3". */
  readonly numbered: ReadonlySet<string>;
  /** May end a sentence: "Inc.", "p.m."; they do where a word follows that starts sentences. */
  readonly maybe: ReadonlySet<string>;
  /** Units of measure, which are abbreviations behind a quantity only: "4 in.", "six ft."; elsewhere "in." ends a sentence. */
  readonly units: ReadonlySet<string>;
  /** Function words, in lower case, that start a sentence when they are capitalised in the middle of a text. */
  readonly starters: ReadonlySet<string>;
  /** Whether the lists are the language's own, so that an unknown word before a full stop is no abbreviation. */
  readonly listed: boolean;
  /** Whether "3." is how an ordinal is written. */
  readonly ordinals: boolean;
  /** Finds sentence borders by the Unicode rules as the language has them. */
  readonly segmenter: Intl.Segmenter;
}

interface WordLists {
  readonly never?: string;
  readonly numbered?: string;
  readonly maybe?: string;
  readonly units?: string;
  readonly starters?: string;
}

/** In use in most European languages. */
const SHARED: WordLists = {
  never: 'Dr DR Prof PROF cf vs Vs VS viz resp P.S N.B e.g i.e ca St Hr Mr MR Mrs MRS Ms MS Mme Mmes Mlle Mlles',
  numbered:
    'No no Nos nos Nr nr p pp vol Vol vols Fig fig figs Figs Tab cap Cap art Art Ch ch c ext Ext tel Tel N° n° Nº nº №',
  maybe: 'Co Corp Inc Ltd Bros Jr Sr al a.m p.m A.M P.M Ph.D',
};

const LISTS: Readonly<Record<string, WordLists>> & { readonly en: WordLists } = {
  en: {
    never:
      'Mx Messrs Mmes Rev Hon Ven Asst Lieut Gen Lt Col Maj Capt Cpl Sgt Cmdr Cdr Adm Brig Pvt Pfc Gov Sen Sens Rep Reps Pres Supt Insp Det Amb Atty Atty.Gen Fr Br Msgr Drs Profs Mlle Mme M.r approx esp incl attn v op.cit ibid a.k.a aka eg ie',
    numbered:
      'Pp Pet Cert Doc Docs Dkt Exh Exhs Sec sec Secs para Para paras ed eds eq Eq Eqs app App div m b d r fl est Ste Apt apt Rm Bldg Art Arts pt Pt bk Bk Lot lot ver rev cl Cl § vv',
    maybe:
      'co LLC PLC plc Mfg Assn Assoc Dept dept Univ Inst Acad Natl Intl Govt Gov’t Ave Blvd Rd Hwy Pkwy Sq St Mt Mts Ft Pt Ctr Rte Is Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Esq MD Ph.D M.D B.A M.A M.Sc B.Sc LL.B LL.M D.Phil avg max misc temp dist Dist est seq Cir Supp Ct Educ Crim Civ Proc Evid Stat',
    units: 'ft in oz lb lbs mi hr hrs min mins sec mph sq yr yrs cu gal kg km cm mm wk wks',
    starters:
      'the this that these those it he she they we you i his her their our my your its an in on at but and so if when while as after before what who whom whose how why where which there here for to from with by not no yes or nor yet however although though because since then now do did does is are was were can could would should may might must also some many most all each every both either neither few several another one please thanks let once until during despite instead meanwhile moreover therefore thus still even just only such like under over between among through against without within according about perhaps maybe never nobody nothing everyone everything someone something today yesterday tomorrow later earlier soon again first second finally next last two three four five',
  },
  de: {
    never:
      'Hr Hrn Fr Frl Mag Ing Dipl Dipl.-Ing Med med phil jur rer nat h.c z.B z.b d.h u.a.m i.d.R i.A i.V v.a m.E s.o s.u o.g sog bspw vgl Vgl evtl ggf gem einschl inkl exkl insb insbes bes max min mind zzgl abzgl lt zw geb gest verh verw dt engl frz lat griech ehem kath ev röm St Skt Sankt',
    numbered: 'S Abs Art Nr Bd Kap Abb Tab Anm Ziff Aufl Jg Rn Rz H Lit Std Sdt Pos Bl',
    maybe:
      'bzw usw etc u.a o.ä u.ä u.v.m uvm z.T z.Zt Jh Jhd Jhdt Mio Mrd Tsd Std Sek Str Pl Chr v.Chr n.Chr Co GmbH AG e.V Ges Verf Hrsg Red Übers Jan Jän Feb Febr Mrz Apr Aug Sept Sep Okt Nov Dez Mo Di Mi Do Fr Sa So Tel Rd ff f Anm Ag dpa',
    units: 'Bio Mill Min',
    starters:
      'der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser dieses diesen jener jene im in am an auf aus bei beim bis durch für gegen mit nach ohne seit trotz über um und unter vom von vor während wegen zu zum zur zwischen aber auch als allerdings also außerdem bereits besonders da dabei dadurch dafür dagegen daher damit danach dann darauf darin darüber darum davon dazu dennoch denn derzeit deshalb doch dort ebenso einige erst etwa gleichzeitig heute gestern morgen hier hinzu immer insgesamt jedoch jetzt kein keine laut mehr mein nachdem nicht noch nun nur ob obwohl oder schon sein seine sein ihre ihr so sobald sogar sollte sondern sonst später trotzdem viele vielmehr was weil weitere weiter welche wenn wer wie wieder wir wird wo zudem zuletzt zunächst zwar',
  },
  fr: {
    never: 'M MM Mgr Me Pr Vve Cie p.ex P.ex av apr c.-à-d c.à.d env Sté Bd bd boul Gal Cdt Cne Lt Col hab chap',
    numbered: 'art n N° n° p pp t vol vv chap fig éd tél v r',
    maybe: 'etc J.-C J.C S.A S.A.R.L janv févr avr juil sept oct nov déc trad dir coll Éd suiv',
    units: 'h min s',
    starters:
      "le la les l' un une des du de d' ce cet cette ces c' il elle ils elles on nous vous je j' tu son sa ses leur leurs mon ma mes notre nos à au aux en dans sur sous pour par avec sans chez vers entre depuis pendant après avant selon malgré mais et ou où or donc car ni si quand lorsque lorsqu' comme qui que qu' quel quelle quels quelles dont alors ainsi aussi cependant toutefois pourtant puis ensuite enfin même tout toute tous toutes plusieurs certains chaque aucun aucune n' ne pas plus",
  },
  es: {
    never:
      'Sr Sra Srta Sres Sras Dra Dras Dres D Dª Dña Lic Ing Arq Gral Cnel Cap Tte Sto Sta Mons Fr Ud Uds Vd Vds p.ej P.ej Excmo Excma Ilmo Ilma Avda Av Pza C',
    numbered: 'art arts núm Núm núms pág págs Pág cap caps vol vols tít n.º n.o inc apdo',
    maybe:
      'etc EE.UU EE UU S.A S.L a.C d.C a.m p.m aprox Cía Hnos Ltda ene feb mar abr may jun jul ago sept oct nov dic',
    starters:
      'el la los las lo un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella él ella ellos ellas nosotros ustedes yo tú su sus mi mis nuestro nuestra a al de del en con por para sin sobre entre desde hasta según durante tras ante bajo pero y e o u ni si cuando mientras como porque aunque que qué quién quien cuál cómo dónde donde cuándo además también así entonces luego después antes ahora hoy ayer no sí ya más muy todo toda todos todas algunos algunas muchos muchas cada otro otra se',
  },
  it: {
    never:
      'Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof.ssa Ing Avv Arch Rag Geom On Sen Mons Gen Col Cap S SS p.es P.es ecc.mo Egr Spett',
    numbered: 'art artt n nn pag pagg cap capp vol voll fig tab nota',
    maybe: 'ecc S.p.A S.r.l a.C d.C gen feb mar apr mag giu lug ago set ott nov dic tel',
    starters:
      "il lo la i gli le l' un uno una un' questo questa questi queste quello quella quelli quelle egli ella lui lei loro noi voi io tu suo sua suoi sue mio nostro a al alla ai alle di del della dei delle dell' da dal dalla in nel nella nei nelle con su sul sulla per tra fra senza secondo durante dopo prima ma e ed o se quando mentre come perché poiché anche inoltre quindi così allora poi ora oggi ieri non sì già più molto tutto tutti tutte alcuni alcune ogni altro altri che chi dove quale si è",
  },
  pt: {
    never: 'Sr Sra Srs Sras Srta Dra Drs Eng Exmo Exma Prof Profa D Pe Av R Cel Gal Ten',
    numbered: 'art arts n nº núm pág págs p cap vol inc',
    maybe: 'etc S.A Ltda a.C d.C EUA jan fev abr mai jun jul ago set out nov dez',
    starters:
      'o a os as um uma uns umas este esta isto estes estas esse essa isso aquele aquela ele ela eles elas nós vocês eu seu sua seus suas meu minha nosso nossa ao à aos às de do da dos das em no na nos nas com por pelo pela para sem sobre entre desde até segundo durante após antes mas e ou se quando enquanto como porque embora que quem qual onde também além assim então depois agora hoje ontem não sim já mais muito todo toda todos todas alguns algumas cada outro outra',
  },
  nl: {
    never: 'dhr mevr mw drs ir ing mr Dhr Mevr Mw Drs Ir Ing bijv bv Bijv d.w.z m.b.t i.v.m t.a.v o.a m.n z.g zgn vgl',
    numbered: 'blz nr nrs art jl hfst afb',
    maybe: 'enz etc e.d v.Chr n.Chr N.V B.V jan feb mrt apr jun jul aug sept okt nov dec mln mld',
    starters:
      "de het een dit dat deze die hij zij ze wij we ik jij je u zijn haar hun ons onze mijn in op aan bij met naar van voor door over onder tussen tegen sinds tijdens volgens na maar en of want dus als toen terwijl omdat hoewel wanneer wat wie waar hoe waarom ook verder bovendien daarom daarna dan nu vandaag gisteren niet nog al meer veel alle sommige elke er 't",
  },
  sv: {
    never: 'bl.a t.ex dvs d.v.s s.k m.a.o fr.o.m t.o.m f.d jfr Hr Fr',
    numbered: 'nr s kap st tel',
    maybe: 'm.m osv o.s.v etc f.Kr e.Kr milj mdr jan feb apr aug sept okt nov dec kl ca',
    starters:
      'det den de en ett denna detta dessa han hon de vi ni jag du hans hennes deras vår min sin i på av för med till från om vid efter före under över mellan men och eller så när medan som eftersom vad vem var hur varför också även dessutom sedan nu idag inte alla många varje',
  },
  ru: {
    never: 'г-н г-жа им т.е т.н напр см ср проф акад ген',
    numbered: 'с стр рис табл гл ст п № т',
    maybe: 'г гг в вв н.э др пр т.д т.п руб коп млн млрд тыс долл ул обл р',
    starters:
      'в во на с со к ко по о об от до из за у при для без под над между через после перед и а но или да если когда пока как что кто где почему этот эта это эти тот та то те он она оно они мы вы я ты его её их наш не ни так также однако поэтому затем потом сейчас сегодня вчера все каждый другой',
  },
};
/** Languages that write ordinals with a full stop. */
const ORDINAL_LANGUAGES = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'sk',
  'pl',
  'hu',
  'hr',
  'sr',
  'sl',
  'tr',
  'et',
  'lv',
  'is',
]);

const built = new Map<string, SentenceWords>();

/** Looks up the words of a language by its BCP 47 tag; an unknown one gets what most European languages share, and English. */
export function sentenceWords(language: string): SentenceWords {
  const primary = beforeFirst(language.toLowerCase(), /[-_]/u);
  const known = built.get(primary);
  if (known) return known;
  const words = buildWords(primary);
  built.set(primary, words);
  return words;
}

/** Lists the function words of every language that has a list here. */
export function functionWordLists(): readonly (readonly [language: string, words: ReadonlySet<string>])[] {
  return Object.keys(LISTS).map((language) => [language, sentenceWords(language).starters]);
}

function buildWords(primary: string): SentenceWords {
  const own = LISTS[primary] ?? LISTS.en;
  const never = setOf(SHARED.never, own.never);
  const maybe = setOf(SHARED.maybe, own.maybe);
  return {
    never: new Set([...never].filter((word) => !setOf(own.maybe).has(word))),
    numbered: setOf(SHARED.numbered, own.numbered),
    maybe,
    units: setOf(own.units),
    starters: setOf(own.starters),
    listed: primary in LISTS,
    ordinals: ORDINAL_LANGUAGES.has(primary),
    segmenter: new Intl.Segmenter(/^[a-z]{2,3}$/u.test(primary) ? primary : 'en', { granularity: 'sentence' }),
  };
}

function setOf(...lists: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list?.split(' ') ?? []));
}
