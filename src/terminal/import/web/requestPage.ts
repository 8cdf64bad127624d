import { lookup as lookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The name under which pages are fetched, and which robots.txt can address. */
export const USER_AGENT = 'Rapporteur';

/** An answer of a server; `location` where it leads on. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly location: string | undefined;
}

export interface PageRequest {
  readonly isAllowed: (address: string) => boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** What a connection was refused for, told apart from what goes wrong in networks. */
export class RefusedRequest extends Error {}

/**
 * Asks for an address once, without following where it leads. The address is checked as the connection is made, so that a
 * name that resolves otherwise the second time gains nothing. Throws `RefusedRequest`, and the errors of the network.
 */
export async function requestPage(address: URL, { isAllowed, maxBytes, signal }: PageRequest): Promise<Answer> {
  const host = address.hostname.replace(/^\[|\]$/gu, '');
  // Node does not look up what is an address already.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new RefusedRequest(NOT_PUBLIC);
  const send = address.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send(address, {
      signal,
      agent: false,
      lookup: checkedLookup(isAllowed),
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
  const status = response.statusCode ?? 0;
  const location = status >= 300 && status < 400 ? response.headers.location : undefined;
  if (location !== undefined) response.destroy();
  return {
    status,
    type: response.headers['content-type'] ?? '',
    location,
    bytes: location === undefined ? await limited(unpackedBody(response), maxBytes, signal) : new Uint8Array(),
  };
}

/** Resolves names as Node does, and lets through only addresses that are allowed: all of a name's, or none. */
function checkedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookupAddress(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new RefusedRequest(NOT_PUBLIC), '', 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function unpackedBody(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return response;
    case 'gzip':
    case 'x-gzip':
      return response.compose(createGunzip()) as Readable;
    case 'deflate':
      return response.compose(createInflate()) as Readable;
    case 'br':
      return response.compose(createBrotliDecompress()) as Readable;
    default:
      throw new RefusedRequest('the server packs it in a way that is not understood');
  }
}

async function limited(stream: Readable, maxBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    size += chunk.length;
    if (size > maxBytes) {
      stream.destroy();
      throw new RefusedRequest(`it has more than ${maxBytes / 1_000_000} MB`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const NOT_PUBLIC = 'its address is not one of the public internet';
