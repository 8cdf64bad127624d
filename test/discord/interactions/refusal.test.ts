import { expect, test } from 'vitest';
import { GatewayClosed, refusal } from '../../../src/discord/interactions/refusal.ts';

test.each([4004, 4010, 4011, 4012, 4013, 4014])('refusal takes a gateway that closed with %i for lasting', (code) => {
  expect(refusal(new GatewayClosed(code), undefined)).toEqual({
    kind: 'refused',
    reason: `Cannot connect to Discord: the gateway closed the connection with code ${code}.`,
    temporary: false,
  });
});

test.each([new GatewayClosed(4000), new GatewayClosed(4009), new Error('no answer for 60 s')])(
  'refusal takes "$message" for temporary',
  (error) => {
    expect(refusal(error, 'http://here/api')).toMatchObject({ temporary: true });
  },
);
