import { createPublicKey, verify } from 'node:crypto';

/** A request as it arrived, with the two headers of its signature. */
export interface SignedRequest {
  /** 128 hex digits. */
  readonly signature: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  readonly body: Buffer;
}

/**
 * Creates a function that returns true if a request was signed with an application's key (Ed25519).
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function createVerifier(publicKey: string): (request: SignedRequest) => boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return ({ signature, timestamp, body }) =>
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
