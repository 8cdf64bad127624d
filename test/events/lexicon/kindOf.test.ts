import { describe, expect, test } from 'vitest';
import data from '../../../src/events/lexicon/kindLexicon.json' with { type: 'json' };
import { lexicalKind, nounClass } from '../../../src/events/lexicon/kindLexicon.ts';
import { kindOf, type KindContext, type Participant } from '../../../src/events/lexicon/kindOf.ts';
import { VERB_SENSES } from '../../../src/events/lexicon/verbSenses.ts';
import { EVENT_KINDS } from '../../../src/events/mentions/triggers.ts';

const one = (lemma: string): Participant => ({ lemma });
const many = (lemma: string): Participant => ({ lemma, isPlural: true });
const named = (name: NonNullable<Participant['name']>): Participant => ({ lemma: 'hale', name });

describe('kindOf', () => {
  test.each<[string, KindContext, string]>([
    ['execute', { object: one('warrant') }, 'operation'],
    ['execute', { object: many('prisoner') }, 'killing'],
    ['execute', { object: named('person') }, 'killing'],
    ['fire', { object: many('worker') }, 'layoff'],
    ['fire', { object: many('baker') }, 'layoff'],
    ['fire', { object: one('coach') }, 'departure'],
    ['fire', { object: many('shot') }, 'shooting'],
    ['fire', { object: one('missile') }, 'shooting'],
    ['die', { subject: one('bill') }, 'decision'],
    ['die', { subject: one('widow') }, 'death'],
    ['die', { subject: named('person') }, 'death'],
    ['die', { subject: one('engine') }, 'other'],
    ['strike', { subject: named('group') }, 'performance'],
    ['strike', { subject: one('earthquake'), object: named('place') }, 'disaster'],
    ['strike', { subject: many('nurse') }, 'strike'],
    ['strike', { subject: many('rebel'), object: one('convoy') }, 'attack'],
    ['strike', { subject: one('ferry'), object: one('pier') }, 'accident'],
    ['strike', { object: one('bargain') }, 'agreement'],
    ['demonstrate', { hasClause: true }, 'discovery'],
    ['demonstrate', { subject: many('student') }, 'protest'],
    ['kill', { subject: one('avalanche'), object: many('climber') }, 'death'],
    ['kill', { subject: one('gunman'), object: many('climber') }, 'killing'],
    ['kill', { object: one('bill') }, 'decision'],
    ['charge', { object: named('person') }, 'trial'],
    ['charge', { object: one('fee') }, 'other'],
    ['sign', { object: one('treaty') }, 'agreement'],
    ['sign', { object: one('bill') }, 'decision'],
    ['sign', { object: one('goalkeeper') }, 'appointment'],
    ['win', { object: one('prize') }, 'award'],
    ['win', { object: one('seat') }, 'election'],
    ['win', { object: one('match') }, 'victory'],
    ['win', {}, 'victory'],
    ['raise', { subject: one('bank'), object: one('rate') }, 'decision'],
    ['cut', { object: many('job') }, 'layoff'],
    ['drop', { subject: many('prosecutor'), object: one('case') }, 'trial'],
    ['drop', { subject: one('price') }, 'decline'],
    ['release', { object: many('hostage') }, 'release'],
    ['release', { object: one('album') }, 'publication'],
    ['pass', { object: one('law') }, 'decision'],
    ['pass', { particle: 'away' }, 'death'],
    ['lay', { particle: 'off', object: many('driver') }, 'layoff'],
    ['step', { particle: 'down', subject: named('person') }, 'departure'],
    ['take', { particle: 'over', object: named('group') }, 'purchase'],
    ['hold', { object: one('referendum') }, 'election'],
    ['stage', { object: one('walkout') }, 'strike'],
    ['commit', { object: one('burglary') }, 'robbery'],
    ['break', { subject: one('fire'), particle: 'out' }, 'disaster'],
    ['open', { object: one('inquiry') }, 'study'],
    ['open', { object: one('fire') }, 'shooting'],
    ['open', { subject: one('museum') }, 'opening'],
    ['leave', { object: many('sailor'), complement: one('dead') }, 'death'],
    ['leave', { object: many('cyclist'), complement: one('injured') }, 'injury'],
    ['leave', { subject: named('person'), object: one('company') }, 'departure'],
    ['fall', { subject: one('lorry'), obliques: new Map([['into', one('river')]]) }, 'accident'],
    ['run', { subject: one('trawler'), particle: 'aground' }, 'accident'],
    ['take', { object: many('hostage') }, 'kidnapping'],
    ['close', { subject: named('group'), object: many('shop') }, 'closure'],
    ['start', { object: one('charity') }, 'founding'],
    ['rise', { subject: named('person') }, 'other'],
    ['rise', { subject: one('price') }, 'growth'],
    ['drop', { subject: named('person'), object: one('cup') }, 'other'],
    ['drop', { subject: one('council'), object: one('plan') }, 'decision'],
    ['come', { subject: one('novel'), particle: 'out' }, 'publication'],
    ['cut', { object: one('rate') }, 'decision'],
    ['hit', { subject: many('protest'), object: one('economy') }, 'protest'],
    ['found', {}, 'founding'],
    ['plummet', {}, 'decline'],
    ['assassinate', {}, 'killing'],
    ['hospitalise', {}, 'illness'],
  ])('%s with %j is %s', (verb, context, kind) => {
    expect(kindOf(verb, 'verb', context)).toBe(kind);
  });

  test.each([
    ['tornado', 'disaster'],
    ['ceasefire', 'agreement'],
    ['quarterfinal', undefined],
    ['semifinal', 'match'],
    ['burglary', 'robbery'],
    ['lawsuit', 'lawsuit'],
    ['wedding', 'other'],
    ['table', undefined],
    ['course', undefined],
  ])('the noun %s is %s', (noun, kind) => {
    expect(kindOf(noun, 'noun')).toBe(kind);
  });

  test.each(['belong', 'know', 'seem', 'like', 'contain', 'believe', 'own', 'be', 'need'])(
    '%s tells of nothing that happens',
    (verb) => {
      expect(kindOf(verb, 'verb')).toBeUndefined();
    },
  );

  test.each(['killing', 'death', 'departure', 'attack'])('the noun %s is a kind by itself', (noun) => {
    expect(kindOf(noun, 'noun')).toBe(noun);
  });
});

test('the lexicon has every word once, under a kind that there is', () => {
  for (const lists of [data.verbs, data.nouns]) {
    const words = Object.values(lists).flatMap((list) => list.split('|'));
    expect(new Set(words).size).toBe(words.length);
    for (const kind of Object.keys(lists)) expect(EVENT_KINDS).toContain(kind);
  }
});

test('each sense names kinds, classes and roles that there are', () => {
  const classes = new Set([
    ...Object.keys(data.classes),
    'people',
    'place',
    'office',
    'named',
    'number',
    'any',
    'none',
  ]);
  const roles =
    /^(?:subject|object|complement|across|against|as|at|down|for|from|in|into|of|off|on|past|to|under|with)$/u;
  for (const [verb, rules] of VERB_SENSES)
    for (const { kind, participants } of rules) {
      expect([verb, EVENT_KINDS]).toEqual([verb, expect.arrayContaining([kind])]);
      for (const { role, tests } of participants) {
        expect([verb, role]).toEqual([verb, expect.stringMatching(roles)]);
        for (const one of tests) {
          if (one.startsWith('~')) expect(EVENT_KINDS).toContain(one.slice(1));
          else if (!one.startsWith('=')) expect([verb, classes.has(one)]).toEqual([verb, true]);
        }
      }
    }
});

test.each([
  ['nurse', 'person'],
  ['ferry', 'vehicle'],
  ['rifle', 'weapon'],
  ['horse', 'animal'],
  ['earthquake', 'hazard'],
  ['happiness', undefined],
])('nounClass of %s is %s', (noun, expected) => {
  expect(nounClass(noun)).toBe(expected);
  expect(lexicalKind(noun, 'verb')).not.toBe('killing');
});
