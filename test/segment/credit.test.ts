import { describe, expect, test } from 'vitest';
import { creditOf } from '../../src/segment/credit.ts';

describe('creditOf', () => {
  test.each([
    'Boats lie in the harbour. |Image source',
    'Boats lie in the harbour. |Photo: Jane Roe',
    'Boats lie in the harbour. |(AP Photo/Jane Roe)',
    'Boats lie in the harbour. |Photo by Jane Roe / AFP',
    'Boats lie in the harbour |Image source: Wikimedia',
    'Boats in the harbour |(Photo by Jane Roe)',
    'Boats in the harbour |[Jane Roe/Reuters]',
    'Boats in the harbour. |Jane Roe for Getty Images',
    'Boats in the harbour. |© Jane Roe',
    'Boats in the harbour |\\| Photo: Jane Roe',
    'Boote im Hafen. |Foto: Jana Rot/dpa',
    'Des bateaux au port. |Crédit photo : Jeanne Roy',
    '雨の港。|写真：山田太郎',
    'Photo: Boats lie in the harbour at low tide. |(Jane Roe/AP Photo)',
    'Foto: Die alte Brücke bei Altdorf im Februar 2025. |(J. Rot/dpa)',
    'Boats in the harbour. |(c) 2024 Jane Roe',
    'Boats in the harbour. |(c) Jane Roe',
    'Boats in the harbour |(source: harbour board)',
    'Boats in the harbour |(courtesy of the City Museum)',
    '|Photo credit: Jane Roe',
    '|Image source, Getty Images',
  ])('finds it in %j', (marked) => {
    const [caption, credit] = marked.split(/(?<!\\)\|/u) as [string, string];
    const text = `${caption}${credit}`.replaceAll('\\', '');
    expect(text.slice(...creditOf(text)!)).toBe(credit.replaceAll('\\', ''));
  });

  test.each([
    'He kept the photo from the war.',
    'The film was shot in video.',
    'The story was reported by Reuters.',
    'See the map. Pictures from the archive show more.',
    'The company said it would pay (Reuters reported last week).',
    'No. Picture a town by the sea.',
    'It was sold. (AP)',
    'It lists all packages (source packages are only included on demand).',
    'The town paid for it (credit was cheap at the time).',
    'He bowed (courtesy being cheap).',
    'Photo: Boats lie in the harbour at low tide.',
    '(c) The fee was set at five votes to one.',
    'It may end if (a) nobody pays; or (c) is insolvent.',
    'Reporting by Jane Roe; editing by Tom Achebe',
  ])('finds none in %j', (text) => {
    expect(creditOf(text)).toBeUndefined();
  });
});
