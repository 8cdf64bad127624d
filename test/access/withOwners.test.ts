import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Access, AccessFile, Audience } from '../../src/access/access.ts';
import { grantedTo, grantedToEveryone } from '../../src/access/granted.ts';
import { withOwners } from '../../src/access/withOwners.ts';
import type { Article } from '../../src/article/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { articleOf } from '../fixtures/article.ts';

const [A, B] = ['100000000000000001', '100000000000000002'];
const CHANNEL = '200000000000000001';
const ROLE = '300000000000000001';
const IDS = ['alpha', 'beta', 'gamma'];

const grantee = fc.constantFrom(
  'everyone',
  'direct messages',
  `server ${A}`,
  `server ${B}`,
  `channel ${CHANNEL}`,
  `role ${ROLE}`,
);
const grants: fc.Arbitrary<AccessFile> = fc.dictionary(
  fc.constantFrom('*', 'a*', '?eta', ...IDS),
  fc.uniqueArray(grantee),
);
const access: fc.Arbitrary<Access> = fc.oneof(
  fc.constant<Access>({ kind: 'open' }),
  grants.map((given): Access => ({ kind: 'granted', grants: given })),
);
const audience: fc.Arbitrary<Audience> = fc.record(
  { guild: fc.constantFrom(A, B), channel: fc.constant(CHANNEL), roles: fc.constant([ROLE]) },
  { requiredKeys: [] },
);
const owners = fc.tuple(...IDS.map(() => fc.constantFrom(undefined, A, B)));

describe('withOwners', () => {
  test('shows a server’s article to that server alone, and takes nothing else from anybody', () => {
    fc.assert(
      fc.property(access, audience, owners, (rules, who, servers) => {
        const articles = IDS.map((id, index): Article => {
          const server = servers[index];
          return { ...articleOf(id, [['paragraph', `The ${id} sails.`]]), ...(server === undefined ? {} : { server }) };
        });
        const library = contextOf(articles).library;
        const before = grantedTo(library, rules, who).articles;
        const inForce = withOwners(rules, articles);
        const after = grantedTo(library, inForce, who).articles;
        for (const { id, server } of articles)
          expect(after.has(id)).toBe(before.has(id) && (server === undefined || server === who.guild));
        const open = grantedToEveryone(library, inForce).articles;
        expect(articles.filter(({ id, server }) => server !== undefined && open.has(id))).toEqual([]);
      }),
      { seed: 15, numRuns: 300 },
    );
  });
});
