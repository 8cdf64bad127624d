import { messageOf } from '../../runtime/messageOf.ts';
import type { Trouble, TroubleKind } from '../storeTrouble.ts';
import { publicName } from './serverUrl.ts';

/** What PostgreSQL must have: earlier versions do not end sessions that stay silent (`idle_session_timeout`). */
const OLDEST_VERSION = 14;

interface Case {
  readonly kind: TroubleKind;
  /** SQLSTATE codes, the codes of Node's errors, or a pattern of the message. */
  readonly codes?: readonly string[];
  readonly message?: RegExp;
  readonly sentence: (name: string, detail: string) => string;
}

const TLS_CODES = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** The first that fits counts. */
const CASES: readonly Case[] = [
  {
    kind: 'refused',
    codes: ['28P01'],
    sentence: (name, detail) =>
      `${name} does not accept the user or the password (${detail}): correct them in DATABASE_URL.`,
  },
  {
    kind: 'refused',
    codes: ['28000'],
    message: /no encryption|SSL off/u,
    sentence: (name, detail) => `${name} requires TLS (${detail}): add ?sslmode=verify-full to DATABASE_URL.`,
  },
  {
    kind: 'refused',
    codes: ['28000'],
    sentence: (name, detail) =>
      `${name} does not let this user in (${detail}): correct DATABASE_URL, or allow the user in pg_hba.conf.`,
  },
  {
    kind: 'refused',
    message: /password must be a (?:non-empty )?string|no password/iu,
    sentence: (name) => `${name} asks for a password, and DATABASE_URL has none: write postgres://user:password@….`,
  },
  {
    kind: 'refused',
    codes: ['3D000'],
    sentence: (name, detail) => `${name} does not exist (${detail}): create the database, or correct DATABASE_URL.`,
  },
  {
    kind: 'refused',
    message: /does not support SSL/u,
    sentence: (name) =>
      `${name} does not offer TLS: set it up on the server, or take sslmode out of DATABASE_URL if the network between is yours.`,
  },
  {
    kind: 'refused',
    codes: TLS_CODES,
    sentence: (name, detail) =>
      `The certificate of ${name} cannot be trusted (${detail}): add &sslrootcert=FILE with the authority’s certificate to DATABASE_URL, and use the name that the certificate is for.`,
  },
  {
    kind: 'unusable',
    codes: ['25006'],
    sentence: (name) =>
      `${name} can only be read: connect to the primary server, or switch off default_transaction_read_only.`,
  },
  {
    kind: 'unusable',
    codes: ['42501', '3F000'],
    sentence: (name, detail) =>
      `${name} does not let this user create or change tables (${detail}): make the user the owner of the database.`,
  },
  {
    kind: 'full',
    codes: ['53100'],
    sentence: (name, detail) =>
      `The disk of ${name} is full (${detail}): free some space on it; until then nothing is saved.`,
  },
  {
    kind: 'unreachable',
    codes: ['53300'],
    sentence: (name, detail) =>
      `${name} has no connection left (${detail}): raise max_connections, or run fewer programs on it.`,
  },
  {
    kind: 'unusable',
    codes: ['XX001', 'XX002', '58030', '53200'],
    sentence: (name, detail) => `${name} cannot read or write its data (${detail}): look into the server’s own log.`,
  },
  {
    kind: 'unreachable',
    codes: ['ENOTFOUND', 'EAI_AGAIN'],
    sentence: (name, detail) => `${name} cannot be found (${detail}): correct the host in DATABASE_URL.`,
  },
  {
    kind: 'unreachable',
    codes: ['ECONNREFUSED', 'ENOENT'],
    sentence: (name, detail) =>
      `${name} accepts no connection (${detail}): start the server, or correct host and port in DATABASE_URL.`,
  },
  {
    kind: 'unreachable',
    codes: ['57P03'],
    sentence: (name, detail) => `${name} is starting up or shutting down (${detail}): wait until it is there.`,
  },
  {
    kind: 'unreachable',
    codes: ['57P01', '57P02', '57P05', '25P03', '08000', '08001', '08003', '08004', '08006', 'EPIPE', 'ECONNRESET'],
    sentence: lost,
  },
  {
    kind: 'unreachable',
    codes: ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
    sentence: (name, detail) =>
      `${name} does not answer (${detail}): check the network, and host and port in DATABASE_URL.`,
  },
  {
    kind: 'unreachable',
    message: /timeout (?:exceeded|expired)|Query read timeout|timed out/u,
    sentence: (name, detail) =>
      `${name} does not answer (${detail}): check the network, and host and port in DATABASE_URL.`,
  },
  { kind: 'unreachable', message: /^Connection terminated|not queryable|connection was closed/u, sentence: lost },
];

/**
 * Recognizes an error about the server or the connection as a whole, rather than one statement; undefined for others.
 * The sentence never has the password: it names the database, and the server's own message.
 */
export function troubleOfServer(error: unknown, url: string): Trouble | undefined {
  if (error instanceof UnfitServer) return error.trouble;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = detailOf(error);
  const found = CASES.find(({ codes, message }) => (codes?.includes(code) ?? true) && (message?.test(detail) ?? true));
  return found && { kind: found.kind, sentence: found.sentence(`The database ${publicName(url)}`, detail) };
}

/** Thrown for a server that cannot be used though it accepts connections. */
export class UnfitServer extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.sentence);
    this.trouble = trouble;
  }
}

/** What a new connection says of its server. */
export interface ServerFacts {
  /** Such as 150018. */
  readonly version: number;
  readonly readOnly: boolean;
}

/** Says why a server cannot be used, though it accepts the connection; undefined if it can. */
export function unfitServer({ version, readOnly }: ServerFacts, url: string): Trouble | undefined {
  const major = Math.floor(version / 10_000);
  const name = `The database ${publicName(url)}`;
  if (major < OLDEST_VERSION)
    return {
      kind: 'refused',
      sentence: `${name} is on PostgreSQL ${major}, and Rapporteur needs ${OLDEST_VERSION} or later: upgrade the server.`,
    };
  return readOnly ? troubleOfServer(Object.assign(new Error('read only'), { code: '25006' }), url) : undefined;
}

function lost(name: string, detail: string): string {
  return `The connection to ${name.replace(/^T/u, 't')} is lost (${detail}): it is tried again until it is back; until then nothing is saved.`;
}

/** Node joins the errors of all addresses of a host into one without a message. */
function detailOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ');
  return messageOf(error).replaceAll(/\s+/gu, ' ');
}
