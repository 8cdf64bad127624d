import type { JsonObject } from '../json.ts';

/** Discord's error codes that the room gives: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const API_ERRORS = {
  0: [404, '404: Not Found'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20001: [403, 'Bots cannot use this endpoint'],
  30034: [400, 'You have reached the maximum number of daily application command creates (200)'],
  30046: [400, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  40005: [413, 'Request entity too large'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Record<number, readonly [number, string]>;

export type ApiErrorCode = keyof typeof API_ERRORS;

/** A request that Discord refuses; carries the HTTP status and the error body. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: JsonObject;

  constructor(status: number, body: JsonObject) {
    super(String(body['message']));
    this.status = status;
    this.body = body;
  }
}

/** Builds the refusal that belongs to one of Discord's error codes. */
export function apiError(code: ApiErrorCode): ApiError {
  const [status, message] = API_ERRORS[code];
  return new ApiError(status, { message, code });
}

/** Builds a refusal that Discord gives by HTTP status alone (`401: Unauthorized`, `405: Method Not Allowed`). */
export function statusError(status: number, reason: string): ApiError {
  return new ApiError(status, { message: `${status}: ${reason}`, code: 0 });
}

/** One thing wrong with a request's body, at a path into it. */
export interface FormProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Builds `50035 Invalid Form Body` with the problems nested as the body is: https://docs.discord.com/developers/reference#error-messages */
export function formError(problems: readonly FormProblem[]): ApiError {
  const errors: JsonObject = {};
  for (const problem of problems) {
    let place = errors;
    for (const key of problem.path) place = (place[key] ??= {}) as JsonObject;
    ((place['_errors'] ??= []) as unknown[]).push({ code: problem.code, message: problem.message });
  }
  const [status, message] = API_ERRORS[50035];
  return new ApiError(status, { message, code: 50035, errors });
}
