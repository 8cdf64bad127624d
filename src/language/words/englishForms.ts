import { entryAt } from '../../runtime/entryAt.ts';

/** Irregular verbs and nouns: the base form, then the forms that no stemmer brings back to it. */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|begin began begun|bend bent|bind bound|bite bit bitten
|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
|choose chose chosen|come came|creep crept|cling clung|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk
|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid
|lead led|lean leant|learn learnt|leave left|lend lent|light lit|lose lost|mean meant|meet met|mistake mistook mistaken
|overcome overcame|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen
|run ran|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown
|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken
|spell spelt|spend spent|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
|stride strode|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent
undergone|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|weep wept
|win won|wind wound|withdraw withdrew withdrawn|withstand withstood|write wrote written|sow sown|forego forewent
|man men|woman women|child children|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|person people|wolf wolves|half halves
|life lives|wife wives|knife knives|leaf leaves|thief thieves|shelf shelves|loaf loaves|self selves|calf calves
|crisis crises|analysis analyses|hypothesis hypotheses|thesis theses|basis bases|diagnosis diagnoses|axis axes
|phenomenon phenomena|criterion criteria|bacterium bacteria|medium media|datum data|nucleus nuclei|fungus fungi
|stimulus stimuli|larva larvae|alga algae|index indices|matrix matrices|vertex vertices|appendix appendices
|high height|long length|wide width|deep depth|strong strength|old elder eldest|far farther further farthest|bad worse worst
|good better best|die death dead|sell sale|fly flight|see sight|lose loss|choose choice|grow growth|marry marriage|bear birth
|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen
|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety
|1st first|2nd second|3rd third|4th fourth|5th fifth|6th sixth|7th seventh|8th eighth|9th ninth|10th tenth|11th eleventh
|12th twelfth|13th thirteenth|14th fourteenth|15th fifteenth|16th sixteenth|17th seventeenth|18th eighteenth|19th nineteenth
|20th twentieth`;

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.replaceAll('\n', ' ')
    .split('|')
    .flatMap((row) => {
      const [base = '', ...forms] = row.trim().split(/\s+/u);
      return forms.map((form) => [form, base] as const);
    }),
);

/** British endings and what they are in American spelling; harmless where a word only looks alike, as both sides change. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(e|es|ed|er|ers|ing|ation|ations)$/u, 'iz$1'],
  [/(?<=[a-z]{3})ys(e|es|ed|er|ers|ing)$/u, 'yz$1'],
  [/(?<=[a-z]{2}[^o])our(s|ed|ing|able|ite|ites|ful|less)?$/u, 'or$1'],
  [/(?<=[a-z]{2}[bt])re(s|d)?$/u, 'er$1'],
  [/(?<=[a-z]{2}[aeiou])ll(ed|ing|er|ers)$/u, 'l$1'],
  [/(?<=[a-z]{2}[aeiou])mme(s?)$/u, 'm$1'],
  [/^(def|off|pret|lic)ence(s|d?)$/u, '$1ense$2'],
];
const DECADE = /^(\d{2,4})s$/u;

/** Brings a folded English word nearer to its base form before it is stemmed: irregular forms, spelling, decades. */
export function englishBase(word: string): string {
  const base = BASES.get(word);
  if (base !== undefined) return base;
  const decade = DECADE.exec(word);
  if (decade) return entryAt(decade, 1);
  return SPELLINGS.reduce((spelt, [ending, other]) => spelt.replace(ending, other), word);
}
