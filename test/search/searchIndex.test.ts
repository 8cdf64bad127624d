import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../src/search/searchIndex.ts';
import type { Hit } from '../../src/search/hit.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { testArticle } from './testArticle.ts';

const harbour = testArticle('harbour', [
  '# The old harbour',
  'The harbour of Brackwater opened in 1842. | Its lighthouse, built of granite, is forty metres high.',
  'Fishing declined after the storm of 1911. | The town turned to shipbuilding, and to the ferry to Oldport.',
  '! The lighthouse keeper, Ada Fenwick, on the gallery.',
  '# Trade',
  'Wool and tin left through the port; "salt was the lesser trade," wrote Fenwick.',
]);
const orchard = testArticle('orchard', [
  'The orchard grows forty kinds of apple. | Pickers arrive in September.',
  'Its cider won a medal in 1911.',
]);
const sources = new Map([harbour, orchard].map((article) => [article.id as string, article.source]));
const index = createSearchIndex([harbour, orchard]);
const textOf = (hit: Hit | undefined) => hit && sources.get(hit.article)!.slice(...hit.span);

describe('search', () => {
  it.each([
    ['When did the harbour open?', 'The harbour of Brackwater opened in 1842.'],
    ['what is the lighthouse built of', 'Its lighthouse, built of granite, is forty metres high.'],
    ['Ada Fenwick', 'The lighthouse keeper, Ada Fenwick, on the gallery.'],
    ['When do pickers arrive?', 'Pickers arrive in September.'],
  ])('%s', (question, sentence) => {
    const { hits, answered } = index.search(question);
    expect(textOf(hits[0])).toBe(sentence);
    expect(answered).toBe(true);
  });

  it('names block and sentence of a hit', () => {
    const hit = index.search('lighthouse granite').hits[0]!;
    expect(hit).toMatchObject({ article: 'harbour', block: 2, sentence: 1 });
  });

  it('gives each sentence once, best first, no more than asked for', () => {
    const { hits } = index.search('lighthouse harbour 1911', { limit: 3 });
    expect(hits).toHaveLength(3);
    expect(new Set(hits.map(({ article, span }) => `${article} ${span[0]}`)).size).toBe(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('answers nothing that no article says, and tells which words matched nothing', () => {
    const result = index.search('Who won the chess tournament?');
    expect(result.answered).toBe(false);
    expect(result.unmatched).toEqual(['chess', 'tournament']);
  });

  it('demands quoted words, across typography', () => {
    const { hits, answered } = index.search('“Salt was the lesser trade”');
    expect(hits.map(textOf)).toEqual([expect.stringContaining('salt was the lesser trade')]);
    expect(answered).toBe(true);
    expect(index.search('"lighthouse harbour"').hits).toEqual([]);
  });

  it('demands quoted words that are all stop words', () => {
    expect(index.search('"and to the"').hits.map(textOf)).toEqual([expect.stringContaining('and to the ferry')]);
  });

  it('leaves out sentences with an excluded word', () => {
    const found = index.search('lighthouse -granite').hits.map(textOf);
    expect(found[0]).toContain('keeper');
    expect(found.filter((text) => text!.includes('granite'))).toEqual([]);
  });

  it('searches the chosen articles and blocks only', () => {
    const all = { limit: 99 };
    const chosen = index.search('1911', { ...all, articles: new Set(['orchard']) });
    expect(chosen.hits.map(({ article }) => article)).toContain('orchard');
    expect(chosen.hits.map(({ article }) => article)).not.toContain('harbour');
    const section = index.search('Fenwick', {
      ...all,
      section: (article, block) => article === 'harbour' && block >= 5,
    });
    expect(section.hits.map(({ block }) => block)).toEqual([6]);
  });
});

describe('what a query may be written like', () => {
  const report = testArticle('report', [
    'The Northern Front-Brackwater (NF-B) took the harbour in 2019. | NF-B, also called NFBW, denied it.',
    'The Coast and Harbour Authority (CHA) counted 40 ships. | IS agents told us nothing of it.',
    'Its organisation of the blockade was brought before the courts of Oldport.',
  ]);
  const reports = createSearchIndex([report]);
  const first = (query: string) => report.source.slice(...reports.search(query).hits[0]!.span);

  it.each([
    ['NF-B', 'NF-B, also called NFBW, denied it.'],
    ['nfb', 'NF-B, also called NFBW, denied it.'],
    ['Which harbour was taken by NFBW?', 'The Northern Front-Brackwater (NF-B) took the harbour in 2019.'],
    ['Coast and Harbour Authority ships', 'The Coast and Harbour Authority (CHA) counted 40 ships.'],
    ['How many ships did the CHA count?', 'The Coast and Harbour Authority (CHA) counted 40 ships.'],
    ['IS', 'IS agents told us nothing of it.'],
    ['organization bring court', 'Its organisation of the blockade was brought before the courts of Oldport.'],
  ])('%s', (query, sentence) => {
    expect(first(query)).toBe(sentence);
  });

  it('corrects what neither the articles nor the language know, and says so', () => {
    const { corrected, unmatched, hits } = reports.search('blokade of Oldprot');
    expect(corrected).toEqual([
      { from: 'blokade', to: 'blockade' },
      { from: 'Oldprot', to: 'oldport' },
    ]);
    expect(unmatched).toEqual([]);
    expect(hits[0]).toMatchObject({ block: 3 });
  });

  it('does not correct a word that the language knows', () => {
    expect(reports.search('chips')).toMatchObject({ corrected: [], unmatched: ['chips'], answered: false });
  });

  it.each(['40', 'harbour', 'blockade courts', 'Oldport', 'told nothing'])('answers the keywords "%s"', (query) => {
    expect(reports.search(query).answered).toBe(true);
  });

  it.each(['', '   ', '?!', '""', '-', 'what is it', '"', '-harbour', '𝕊', 'a'.repeat(2000)])('bears "%s"', (query) => {
    expect(reports.search(query).answered).toBe(false);
  });
});

describe('languages', () => {
  it.each([
    ['de', 'Die Häuser am Hafen wurden 1842 gebaut. | Der Turm steht seit dem Krieg leer.', 'Haus Hafen', 0],
    ['fr', "L'école fut fondée en 1842. | Les navires quittèrent le port.", 'navire ports', 1],
    ['es', 'Las ciudades crecieron. | El puerto fue abandonado en 1911.', 'puertos abandonados', 1],
    ['pt', 'As cidades cresceram. | O porto foi abandonado em 1911.', 'portos', 1],
    ['it', 'Le città sono cresciute. | I porti furono abbandonati.', 'porto abbandonato', 1],
    ['nl', 'De havens werden gesloten. | De vissers vertrokken.', 'haven', 0],
    ['zh', '北京是中国的首都。 | 上海有一个大港口。', '港口', 1],
    ['ja', '東京は日本の首都です。 | 大阪には港があります。', '港', 1],
    ['th', 'กรุงเทพเป็นเมืองหลวง | ภูเก็ตมีท่าเรือ', 'ท่าเรือ', 1],
    ['ar', 'القاهرة عاصمة مصر. | الإسكندرية ميناء كبير.', 'ميناء', 1],
    ['xx', 'Blorp zint quamer. | Vexu lorm dak.', 'lorm', 1],
  ])('%s', (language, line, query, sentence) => {
    const { hits, answered } = createSearchIndex([testArticle('text', [line], language)]).search(query);
    expect(hits[0]).toMatchObject({ sentence });
    expect(answered).toBe(true);
  });

  it('are in one index together', () => {
    const both = createSearchIndex([harbour, testArticle('hafen', ['Die Häuser am Hafen brannten.'], 'de')]);
    expect(both.search('Hafen Häuser').hits[0]).toMatchObject({ article: 'hafen' });
    expect(both.search('lighthouse granite').hits[0]).toMatchObject({ article: 'harbour' });
  });

  describe('read a question', () => {
    const hafen = testArticle('hafen', ['Was ist mit dem Tag, was ist mit dem Jahr?', 'Der Hafen brannte.'], 'de');
    const mixed = createSearchIndex([harbour, orchard, hafen]);

    it('in its own language, though more articles are in another', () => {
      const { hits } = mixed.search('Was ist mit dem Hafen?');
      expect(hits[0]).toMatchObject({ article: 'hafen', block: 2 });
    });

    it('in the language of the articles that are asked, where its own cannot be told', () => {
      // "haven" is an English word, and so no typing error in a question to English articles.
      expect(mixed.search('Haven').corrected).toEqual([]);
      const asked = mixed.search('Haven', { articles: new Set(['hafen']) });
      expect(asked.corrected).toEqual([{ from: 'Haven', to: 'hafen' }]);
    });
  });
});

describe('suggest', () => {
  it.each([
    ['its lightho', 'Its lighthouse, built'],
    ['l', 'Its lighthouse, built'],
    ['“SALT was the', 'salt was the lesser trade'],
    ['and to the fer', 'and to the ferry to Oldport'],
  ])('%s', (text, expected) => {
    expect(textOf(index.suggest(text)[0])).toContain(expected);
  });

  it('gives as many as asked for, each once', () => {
    expect(index.suggest('the', { limit: 3 })).toHaveLength(3);
    const all = index.suggest('lighthouse', { limit: 99 }).map(({ article, span }) => `${article} ${span[0]}`);
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives sentences that hold the text first, its last word unfinished', () => {
    expect(textOf(index.suggest('the lighthouse kee')[0])).toContain('The lighthouse keeper');
  });

  it('gives nothing for blank text', () => {
    expect(index.suggest('  ')).toEqual([]);
  });
});

describe('likest', () => {
  it('puts the sentence that holds most of the words first, and gives none for words that are nowhere', () => {
    expect(textOf(finish(index.steps.likest('its cider got some medal'))[0])).toBe('Its cider won a medal in 1911.');
    expect(finish(index.steps.likest('zebra quagga'))).toEqual([]);
  });
});

describe('add, replace, remove', () => {
  it('leave the index as if it were newly built', () => {
    const changing = createSearchIndex([harbour]);
    changing.add(orchard);
    changing.replace(testArticle('orchard', ['Pears only.']));
    changing.remove('harbour');
    changing.remove('nowhere');
    changing.replace(harbour);
    const anew = createSearchIndex([testArticle('orchard', ['Pears only.']), harbour]);
    for (const query of ['lighthouse granite', 'pears', '1911', 'apple'])
      expect(changing.search(query)).toEqual(anew.search(query));
  });

  it('refuses an id twice', () => {
    expect(() => createSearchIndex([harbour, harbour])).toThrow('indexed already');
  });
});
