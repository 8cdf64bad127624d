import { appendFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { RequestBody } from './requestBody.ts';

/** Takes down a request of the bot: the path after `/api/v10`, the body as JSON, the files by name. */
export type RecordRequest = (request: IncomingMessage, path: string, body: RequestBody) => void;

/**
 * Creates a function that appends each request of the bot to a file as one JSON line, without the bot's token. Without
 * a file it does nothing.
 */
export function createRecord(file: string | undefined): RecordRequest {
  if (file === undefined) return () => {};
  return (request, path, body) => {
    const { authorization } = request.headers;
    const [bare, query] = path.split('?');
    const line = {
      method: request.method,
      path: bare,
      ...(body.json === undefined ? {} : { body: body.json }),
      query: Object.fromEntries(new URLSearchParams(query)),
      files: body.uploads.map((upload) => ({ field: upload.field, name: upload.name })),
      headers: {
        'user-agent': request.headers['user-agent'],
        'content-type': request.headers['content-type'],
        ...(authorization === undefined ? {} : { authorization: authorization.replace(/ .*/, ' [redacted]') }),
      },
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
}
