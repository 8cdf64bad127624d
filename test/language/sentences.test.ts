import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../src/language/sentences.ts';

/** Each text is written with a bar where a sentence ends; the bar and the space behind it are taken out. */
const CASES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    'plain ends': ['The dam held.| Nobody was hurt.', 'Who knew?| Everyone did!| Then it rained.'],
    'titles and initials': [
      'Dr. Adler met Mrs. Okafor and Gen. Ruiz.| They spoke.',
      'The poet W. B. Morrow and T.K. Lindqvist read aloud.| It was late.',
      'Police in St. Hubert asked Sgt. Bell.| He declined.',
      'Plan B failed.| Plan C. It was better.'.replace('C. It', 'C.| It'),
      'That leaves you and I.| Did Omar I. Reyes call?',
    ],
    'dotted abbreviations': [
      'The U.S. Senate voted at 5 p.m. Tuesday.| It adjourned.',
      'He moved to the U.S. in May.| She left the U.S.| They wrote.',
      'Work began at 6 a.m.| The crew left at 9 p.m.| No one stayed.',
      'At 7 a.m. Ms. Tran opened the doors.',
      'Chargers vs. U.S. Under-18, Civic Hall.| Under the roof it was cold.',
      'It beat the U.S. After-5 league.| They left the U.S.| After five, it rained.',
      'Bring cups, plates, etc.| The rest is there.',
      'Some metals (e.g. Copper and zinc) are traded, i.e. Bought and sold.',
    ],
    numbers: [
      'It rose 3.5 percent to $1,200.75.| Then it fell.',
      'See p. 12, Fig. 3 and No. 7.| Section 4.2 explains it.',
      'It is In re Roe, No. MDL 15-02641, on appeal.| Docs. 18 and 19 say so, as does Doc. 1.',
      'It was signed on Dec. 12 and ended Feb. 3.| Nobody noticed.',
      'Did he say no.| No. I think not.'.replace('No. I', 'No.| I'),
    ],
    'letters of figures': [
      'See Fig. A for details.',
      'See Eq. B2 and Figs. C and D.| Then go on.',
      'See fig. A for details (and App. B).| It is short.',
      'She drew a fig.| A man came.',
      'It is in the app.| I think so.',
    ],
    'names that begin with a dot': [
      'Programs in .NET run fast.',
      'He wrote C++, C#, F# and .NET.| It ran.',
      'Edit .Rprofile first (or .Renviron).| Then go on.',
    ],
    'figures that begin a sentence': [
      'It rained.| 12 people came.',
      'They waited until 2020.| 40 of them left.',
      'He won.| $12 was the prize.',
      'He paid approx. 12 euros a day.',
      'The rate in sept. 12 years ago was low.',
      'They met in Washington, D.C.| The city was hot.',
    ],
    'marks of notes': [
      'The vote was close.¹| The count went on.²| “It is done,”³ he said.',
      'It was so.¹,²| Then it was not.',
      'She said “no.”¹²| He agreed.†| They left.',
    ],
    units: [
      'The sea came in.| It went out.',
      'They let the dogs in.| Halvorsen left.',
      'It stood 11 ft. 4 in. Monday.| Halvorsen had measured it.',
      'A wave of six ft. Monday was the largest.| It broke.',
      'The wall is 4 in.| It fell.',
      'It ran for 40 min. on Monday and 3 hrs. on Sunday.',
    ],
    'abbreviations that no list has': [
      'Apologies came from Cllr. Wright and Cllr. Sir Henry Vane.| They were noted.',
      'Approx. 3 mm of rain fell.| It dried.',
    ],
    law: [
      'See §§ 280 et seq. BGB and Smith v. Jones (2d Cir. 1997).| Nothing else applies.',
      'Write to Acme Corp., attn. Legal Dept., Springfield.| Wait.',
    ],
    companies: ['Hale & Sons Inc. said so.| Bolt Corp. Chairman Ito agreed.| It was over at Dunn Ltd.| They left.'],
    quotes: [
      '“We are ready.” She nodded.'.replace('.” ', '.”| '),
      '"Are you ready?" she asked.| "Yes."| He was.',
      'He called it "a farce."| Others agreed.',
      '‘It is late!’ cried the guard.| Nobody moved.',
    ],
    brackets: [
      'It worked (see the note below).| It lasted.',
      'It worked.| (It had to.)| It lasted.',
      'They tried (Nobody had asked them to.) and failed.',
      '[George H. W.] Ames wrote it.',
    ],
    ellipses: [
      'I waited... nobody came.',
      'I waited....| Nobody came.',
      'Well ... I suppose so.| Fine.',
      'It faded [...] and returned.| It stayed.',
    ],
    notes: [
      'It was built in stone.[4]| The roof came later.',
      'It burned down. [2] [3]| It was rebuilt.',
      'It fell in the storm.12| The tower stood.',
    ],
    addresses: [
      'Write to a.b@mail.example.org.| We answer.',
      'Read https://example.org/a.b?c=d&e=F.html now.| Then call.',
      'It runs on Node.js and example.com.| It is quick.',
    ],
    lists: [
      '1. Wash the rice. 2. Boil the water.'.replace('. 2', '.| 2'),
      '1) wash 2) boil 3) eat'.replace(' 2)', '| 2)').replace(' 3)', '| 3)'),
      '• tea • milk'.replace(' • m', '| • m'),
    ],
    'names with marks': ['She works at Wow! in the sales team.| He does not.'],
    'careless typing': [
      'it rained all day. we stayed home.'.replace('. ', '.| '),
      'The road was closed.The bus turned back.'.replace('.T', '.|T'),
    ],
    'wrapped lines': [
      'The committee met on\nMonday and talked about\nthe bridge.| It will be\nrepaired by spring.',
      'The committee met\r\non Monday with Mr.\r\nHall in the chair.',
      'First paragraph without an end|\n\nSecond one.',
      'Bring:|\n- a cup|\n- a plate',
      'Roses|\nViolets grow beside the old wall in the garden',
    ],
  },
  de: {
    'ordinals and dates': [
      'Am 3. Oktober feiert Berlin.| Der 1. FC Bergdorf spielt.',
      'Das war im 19. Jahrhundert.| Heute ist es anders.',
    ],
    abbreviations: [
      'Das gilt z. B. Für alle, d.h. Auch für Dr. Weber.'.replace('Für', 'Firmen').replace('Auch', 'Ämter'),
      'Es kostete 3 Mio. Euro bzw. Dollar.| Die Stadt zahlt.',
      'Wir treffen uns in der Hauptstr. 5.| Bis dann.'.replace('Hauptstr. 5.', 'Lindenallee 5.'),
      'Er lebte im 2. Jh. v. Chr. in Rom.| Er starb dort.',
    ],
    quotes: ['„Wir kommen.“ Das sagte sie.'.replace('.“ ', '.“| '), 'Sie rief: „Halt!“ und lief los.'],
  },
  fr: {
    abbreviations: ['M. Le Goff a parlé à Mme. Roy.| Il est parti.', 'Voir p. 4, art. 12 et al.| La suite manque.'],
    'quotes and spaces': ['« Bonjour. »| Il entra.', 'Vraiment ?| Oui !| Bien.', '« Qui est là ? » demanda-t-elle.'],
  },
  es: {
    marks: [
      '¿Quién es?| ¡No lo sé!| El Sr. Ruiz y la Dra. Gil llegaron.',
      'Vive en EE. UU. desde 2010.| Trabaja allí.',
      'Ganó el 3.5 por ciento.| Fue ayer.',
    ],
  },
  it: { abbreviations: ['Il Sig. Conti e la Dott.ssa Riva parlano.| È tardi.'] },
  ru: { abbreviations: ['Это было в 1990 г. в Перми.| Он жил на ул. Мира.', 'А. С. Орлов пришёл.| Он молчал.'] },
  ja: {
    ends: ['雨が降った。|誰も来なかった。', '「行きます。」と彼は言った。|それだけだ。', '本当？|はい！|終わり。'],
  },
  zh: {
    ends: ['天亮了。|他走了！|谁知道？', '他说：“好。”|然后走了。'],
    'who spoke, behind the words': [
      '“我们终于可以放心了。”当地居民王桂兰说，“以前常常停水。”|后来好了。',
      '“好。”他说。|她走了。',
      '“好。”|他说：“不好。”',
    ],
  },
  ar: { ends: ['وصل الفريق.| أين المدير؟| لا أحد يعرف.'] },
  hi: { ends: ['बारिश हुई।| कोई नहीं आया।'] },
  el: { ends: ['Τι ώρα είναι;| Είναι αργά.'] },
};

const TABLE = Object.entries(CASES).flatMap(([language, groups]) =>
  Object.entries(groups).flatMap(([group, texts]) => texts.map((marked) => ({ language, group, marked }))),
);

describe('sentences', () => {
  test.each(TABLE)('splits $language $group: $marked', ({ language, marked }) => {
    const text = marked.replaceAll('|', '');
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(sentences(text, language).map(([start, end]) => text.slice(start, end))).toEqual(expected);
  });

  test.each(['', ' ', '\n\n', '\uFEFF', '\u00a0\t'])('gives nothing for %j', (blank) => {
    expect(sentences(blank)).toEqual([]);
  });

  test.each(['xx', 'en-GB', 'zh-Hant-TW', 'not a language', '', 'de_AT'])('takes the language tag %j', (language) => {
    expect(sentences('One.\n\nTwo.', language)).toHaveLength(2);
  });

  test('gives spans that are in order, trimmed, whole and cover everything that is not blank', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '.',
        '!',
        '?',
        '…',
        '. . .',
        '"',
        '“',
        '”',
        '(',
        ')',
        '»',
        '\n',
        '\r\n',
        '\n\n',
        ' ',
        '\t',
        '。',
        '」',
        '[1]',
        '1.',
        '2)',
        '•',
        '- ',
        '----',
        ':)',
        '\uFEFF',
        '\u0085',
      ),
      fc.constantFrom(
        'Mr',
        'U.S',
        'a.m',
        'the',
        'The',
        'House',
        'I',
        'No',
        '3.5',
        'http://a.b/?c',
        '雨',
        '😀',
        '👩‍👩‍👧',
        '\uD83D',
        '\uDE00',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const language = fc.constantFrom('en', 'de', 'fr', 'ja', 'ar', 'el', 'pl');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), language, (pieces, language) => {
        const text = pieces.join('');
        const spans = sentences(text, language);
        let end = 0;
        for (const [start, to] of spans) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, start).trim()).toBe('');
          expect(text.slice(start, to)).toBe(text.slice(start, to).trim());
          expect(to).toBeGreaterThan(start);
          expect(splitsPair(text, start) || splitsPair(text, to)).toBe(false);
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}
