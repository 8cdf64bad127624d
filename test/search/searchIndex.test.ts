import { describe, expect, it } from 'vitest';
import { createSearchIndex, type Hit } from '../../src/search/searchIndex.ts';
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

describe('suggest', () => {
  it('gives sentences that hold the text first, its last word unfinished', () => {
    expect(textOf(index.suggest('the lighthouse kee')[0])).toContain('The lighthouse keeper');
  });

  it('gives nothing for blank text', () => {
    expect(index.suggest('  ')).toEqual([]);
  });
});

describe('nearest', () => {
  it('finds the likest sentence, or none', () => {
    expect(textOf(index.nearest('its cider got some medal'))).toBe('Its cider won a medal in 1911.');
    expect(index.nearest('zebra quagga')).toBeUndefined();
  });
});

describe('add, replace, remove', () => {
  it('leave the index as if it were built anew', () => {
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
