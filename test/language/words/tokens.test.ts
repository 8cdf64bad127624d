import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/language/words/tokens.ts';

const textsOf = (text: string, language?: string) => tokensOf(text, language).map((token) => token.text);

describe('tokensOf', () => {
  it.each([
    ['IS-K', ['isk']],
    ['Islamic State-Khorasan', ['islamic', 'state', 'khorasan', 'statekhorasan']],
    ['counter-terrorism', ['counter', 'terrorism', 'counterterrorism']],
    ['e-mail', ['mail', 'email']],
    ['Moscow’s', ['moscow']],
    ["the groups' leaders", ['the', 'groups', 'leaders']],
    ["don't", ['do']],
    ["O'Brien", ['brien', 'obrien']],
    ['l’Europe', ['europe']],
    ['U.S. troops', ['us', 'troops']],
    ['1,500 and 3.5', ['1500', 'and', '3.5']],
    ['Café Müller, Łódź', ['cafe', 'muller', 'lodz']],
    ['for\u00ADwarded noth\u00ADing half-em\u00ADpty', ['forwarded', 'nothing', 'half', 'empty', 'halfempty']],
    ['respon-\nsible for', ['respon', 'sible', 'responsible', 'for']],
    ['harbour-\r\n  master', ['harbour', 'master', 'harbourmaster']],
    ['soft\u00AD\nened', ['soft', 'ened', 'softened']],
    ['log -\nbook', ['log', 'book']],
    ['data\u200Bbase kilo\uFEFFmetre zero\u200Cwidth', ['database', 'kilometre', 'zerowidth']],
    ['2016–2017', ['2016', '2017']],
    ['end.Start', ['end', 'start']],
    ['', []],
    ['—!?', []],
  ])('%s', (text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  it.each([
    ['zh', '北京是中国的首都', '北京'],
    ['ja', '東京は日本の首都です', '東京'],
    ['th', 'กรุงเทพเป็นเมืองหลวง', 'กรุงเทพ'],
    ['ar', 'القاهرة عاصمة مصر', 'عاصمة'],
  ])('splits %s', (language, text, word) => {
    const texts = textsOf(text, language);
    expect(texts.length).toBeGreaterThan(1);
    expect(tokensOf(text, language).map(({ span }) => text.slice(...span))).toContain(word);
  });

  it('tells how a word is written', () => {
    expect(tokensOf('In Kabul the UN counted 12').map(({ shape }) => shape)).toEqual([
      'capital',
      'capital',
      'lower',
      'upper',
      'lower',
      'number',
    ]);
  });

  it.each(['WHO IS THE MOST DANGEROUS ENEMY', 'TO BE OR NOT TO BE', 'WHO IS IT?'])(
    'takes "%s" for plain words',
    (text) => {
      expect(tokensOf(text).every(({ shape }) => shape === 'lower')).toBe(true);
    },
  );

  it.each(['US', 'U.S.', 'US NAVY', 'WHO'])('takes "%s" for acronyms', (text) => {
    expect(tokensOf(text).every(({ shape }) => shape === 'upper')).toBe(true);
  });

  it('finds a word whatever unseen characters or line break stand within it, with its span', () => {
    const letters = fc.stringMatching(/^[a-z]{3,9}$/u);
    const within = fc.constantFrom('\u200B', '\u200C', '\u2060', '\uFEFF', '\u00AD', '-\n', '-\r\n  ', '\u00AD\n');
    fc.assert(
      fc.property(letters, within, letters, (start, joint, end) => {
        const text = `Then ${start}${joint}${end} came.`;
        const found = tokensOf(text).find((token) => token.text === start + end);
        expect(found && text.slice(...found.span)).toBe(`${start}${joint}${end}`);
      }),
    );
  });

  it('gives spans that lie in the text, in order of their starts unless joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const tokens = tokensOf(text);
        for (const { span } of tokens) {
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
        const starts = tokens.filter(({ joined }) => !joined).map(({ span }) => span[0]);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
