import type { IncomingMessage } from 'node:http';
import { ApiError, apiError } from './apiError.ts';
import type { Upload } from '../world/messageParts.ts';

/** Largest request that the room takes, in bytes: ten files of 10 MiB would be Discord's; this is enough for tests. */
const BODY_MAX_BYTES = 32 * 1024 * 1024;

/** A request's body: the JSON of it (of `payload_json` in a multipart body), and its files. */
export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Reads a request's body. Throws 40005 when it is too large, 50109 when it is no JSON. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  if (!/^application\/(?:[\w.+-]*\+)?json\b/.test(type)) {
    throw new ApiError(400, {
      message: "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.",
      code: 50_035,
    });
  }
  return { json: parseJson(bytes.toString('utf8')), uploads: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX_BYTES) throw apiError(40_005);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readMultipart(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw apiError(50_109);
  });
  const uploads: Upload[] = [];
  let json: unknown;
  const plain: Record<string, string> = {};
  for (const [field, value] of form.entries()) {
    if (typeof value !== 'string') {
      uploads.push({
        field,
        name: value.name,
        contentType: value.type || 'application/octet-stream',
        content: Buffer.from(await value.arrayBuffer()),
      });
    } else if (field === 'payload_json') {
      json = parseJson(value);
    } else {
      plain[field] = value;
    }
  }
  return { json: json ?? (Object.keys(plain).length > 0 ? plain : undefined), uploads };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiError(50_109);
  }
}
