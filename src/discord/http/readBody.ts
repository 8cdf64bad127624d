import type { IncomingMessage } from 'node:http';

/** The body of a request, or why there is none. */
export type Body =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'broken' };

/** Reads the body of a request, up to a size and within a time. `broken` if the connection ended before. */
export async function readBody(
  request: IncomingMessage,
  { maxBytes, deadlineMs }: { readonly maxBytes: number; readonly deadlineMs: number },
): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too-large' };
  const { promise: deadline, resolve } = Promise.withResolvers<Body>();
  const timer = setTimeout(() => resolve({ kind: 'too-slow' }), deadlineMs);
  try {
    return await Promise.race([collect(request, maxBytes), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function collect(request: IncomingMessage, maxBytes: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve({ kind: 'too-large' });
    });
    request.once('end', () => resolve({ kind: 'body', bytes: Buffer.concat(chunks) }));
    request.once('error', () => resolve({ kind: 'broken' }));
    request.once('close', () => resolve({ kind: 'broken' }));
  });
}
