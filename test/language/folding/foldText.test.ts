import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedString } from '../../../src/language/folding/foldedString.ts';
import { foldText } from '../../../src/language/folding/foldText.ts';
import { sourceSpan } from '../../../src/language/folding/foldedText.ts';

/** Characters that make trouble, among ordinary ones. */
const HARD = [
  'abAB .,-!?:;\'"`[]()19\n\r\t',
  '“”‘’«»„‹›–—―‐‑−…ﬁﬀ\u00AD\u200B\u00A0\u202F\u2003\uFEFF',
  'éÉßẞıİςΣ中文한\u0301\u0308\u1112\u1161\u11ABﷺＡ２²½𝗯👩🏽‍🚀\u200Dـ',
].flatMap((characters) => Array.from(characters));
const hardText = fc
  .array(fc.constantFrom('\uD83D', '\uDE00', ...HARD), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('foldText', () => {
  test.each([
    ['quotation marks', '“a” ‘b’ „c“ «d» ‹e› "f"', "'a' 'b' 'c' 'd' 'e' 'f'"],
    ['doubled single marks', "``a''", "'a'"],
    ['apostrophes', "it’s it's it´s", "it's it's it's"],
    ['spaces within French quotation marks', '« Oui », dit-il', "'oui', dit-il"],
    ['but not before a German one', 'ein »Wort« hier', "ein 'wort' hier"],
    ['spaces before French punctuation', 'Pourquoi ? Non\u202F! Ainsi :', 'pourquoi? non! ainsi:'],
    ['dashes, with their spaces', 'a – b — c—d -- e − f - g', 'a-b-c-d-e-f-g'],
    ['but not the space after a hyphen', 'pre- and post-war', 'pre- and post-war'],
    ['ranges', '2016–2017', '2016-2017'],
    ['white space and line breaks', ' a \t\r\n\u00A0 b\u2003', 'a b'],
    [
      'hyphens at the end of a line',
      'well-\nknown manda\u00AD\ntory 2016-\n17 a -\nb',
      'well\u00ADknown manda\u00ADtory 2016\u00AD17 a- b',
    ],
    ['soft hyphens and zero-width characters', 'hy\u00ADphen zero\u200Bwidth \uFEFFmark', 'hyphen zerowidth mark'],
    ['ligatures and styled letters', 'ﬁne eﬃcient 𝗯𝗼𝗹𝗱 ＡＢ', 'fine efficient bold ab'],
    ['composed and decomposed letters', 'e\u0301 \u00E9', 'é é'],
    ['Hangul', '\u1112\u1161\u11AB 한', '한 한'],
    ['ellipses', 'a… b... c . . .', 'a... b... c ...'],
    ["case, also at a Greek word's end", 'ABC ΣΊΣΥΦΟΣ', 'abc σίσυφοσ'],
    ['accents stay', 'résumé resume', 'résumé resume'],
    ['ß stays, and is not ss', 'Maße MASSE STRAẞE', 'maße masse straße'],
    ['the Turkish letters stay apart', 'ı I i', 'ı i i'],
    ['digits stay as they are', '² ½ ２ Ⅳ ٣ 10²', '² ½ ２ ⅳ ٣ 10²'],
    ['other punctuation stays', 'a, b; c [13] 5%', 'a, b; c [13] 5%'],
    ['words that are struck out', 'The fee is ~~$4~~ $5, ~~not~~ paid ~~twice~~.', 'the fee is $5, paid.'],
    ['but no other tildes', 'a ~~ b ~~ c ~~~d~~~ ~~e', 'a ~~ b ~~ c ~~~d~~~ ~~e'],
    ['nor over a line break', '~~a\nb~~', '~~a b~~'],
    ['surrogate pairs', 'a😀b \uD83D x', 'a😀b \uD83D x'],
  ])('folds %s', (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test('maps each unit to what it came from', () => {
    const text = 'The “ﬁnal”  word';
    const { text: folded, starts, ends } = foldText(text);
    expect(folded).toBe("the 'final' word");
    expect(Array.from(folded, (_, at) => text.slice(starts[at], ends[at])).join('|')).toBe(
      'T|h|e| |“|ﬁ|ﬁ|n|a|l|”|  |w|o|r|d',
    );
    expect(sourceSpan(foldText(text), [4, 7])).toEqual([4, 6]);
  });

  test('maps in order, within the text, and never into the middle of a surrogate pair', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const { text: folded, starts, ends } = foldText(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let at = 0; at < folded.length; at += 1) {
          expect(starts[at]).toBeLessThan(ends[at]!);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
          if (at === 0) continue;
          const shared = starts[at] === starts[at - 1];
          expect(shared ? ends[at] === ends[at - 1] : starts[at]! >= ends[at - 1]!).toBe(true);
        }
      }),
    );
  });

  test('keeps every letter and digit, in order (against a naive fold)', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        // Decomposed and without tatweels: a mark keeps the one it stands on, and joins the letter before it where that is gone.
        const words = (folded: string): string => folded.normalize('NFKD').replace(/[^\p{L}\p{M}\p{N}]|ـ/gu, '');
        const naive = text.normalize('NFKC').replace(/ـ/gu, '').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
        expect(words(foldText(text).text).replace(/\p{M}/gu, '')).toBe(words(naive).replace(/\p{M}/gu, ''));
      }),
    );
  });

  test('never changes a digit', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const digits = (string: string): string => string.replace(/[^\p{Nd}\p{No}]/gu, '');
        expect(digits(foldText(text).text)).toBe(digits(text));
      }),
    );
  });

  test('folds what is folded to itself', () => {
    const stable = hardText.map((text) => text.replace(/['"`´‘’‚‛“”„‟«»‹›‐‑–—―−.…\s-]/gu, ' '));
    fc.assert(
      fc.property(stable, (text) => {
        expect(foldText(foldText(text).text).text).toBe(foldText(text).text);
      }),
    );
  });

  test('folds paragraphs each by itself', () => {
    fc.assert(
      fc.property(hardText, hardText, (a, b) => {
        const [first, second] = [foldText(a).text, foldText(b).text];
        if (first === '' || second === '') return;
        expect(foldText(`${a}\n\n${b}`).text).toBe(`${first} ${second}`);
        if (!/[-‐\u00AD]\s*$/u.test(a)) expect(foldText(`${a}\n${b}`).text).toBe(`${first} ${second}`);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a space before a sign', '5 % and 45 ° and 20 °C, 20° C and 5 €', '5% and 45° and 20°c, 20°c and 5€'],
    ['a space after a sign', '$ 5 and € 20', '$5 and €20'],
    ['a space before a unit', '80 kg in 2 h, 5 men', '80kg in 2 h, 5 men'],
    ['spaces beside ideographs', '東京は 日本の 首都です。 iPhone 手机', '東京は日本の首都です。iphone手机'],
    ['invisible characters within words', 'ex\uFEFFam\u034Fple\u2060s', 'examples'],
    ['marks after invisible characters', 'Ａـ\u0301 a\u00AD\u0301 e\u200B\u0308', 'á á ë'],
    ['dialogue in paragraphs', '— Oui.\n— Non !', '-oui. -non!'],
  ])('folds %s', (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test('foldedString returns the same text', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        expect(foldedString(text)).toBe(foldText(text).text);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldedString(text)).toBe(foldText(text).text);
      }),
    );
  });
});
