/** What whoever sends something else than Discord does to the endpoint of interactions gets to read. */
export const ENDPOINT_WORDS = {
  noSignature: 'The header X-Signature-Ed25519 is missing or is not a signature.',
  noTimestamp: 'The header X-Signature-Timestamp is missing or is not a time in seconds.',
  forged: 'The signature does not fit the request.',
  stale: 'The time of the signature is too far from the present.',
  tooLarge: 'The body is too large for an interaction.',
  tooSlow: 'The body did not arrive in time.',
  malformed: 'The body is not an interaction.',
  unknownKind: 'Interactions of this kind cannot be answered.',
  notPosted: 'Interactions are sent with POST.',
} as const;
