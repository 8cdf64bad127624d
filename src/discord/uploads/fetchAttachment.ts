import type { AttachedFile } from '../../intake/upload.ts';

/** Where Discord keeps files that people attach. */
const DISCORD_ORIGINS: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const FETCH_DEADLINE_MS = 20_000;

/**
 * Fetches a file that somebody attached, from Discord alone (or from the server at `api`, where that is another), with a
 * limit of size and time. Redirects are not followed.
 */
export async function fetchAttachment(
  { url, size }: AttachedFile,
  { maxBytes, api }: { readonly maxBytes: number; readonly api: string | undefined },
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'unreachable'> {
  const origins = api === undefined ? DISCORD_ORIGINS : [...DISCORD_ORIGINS, new URL(api).origin];
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return 'unreachable';
  if (size > maxBytes) return 'too-large';
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_DEADLINE_MS) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return 'unreachable';
    }
    const chunks: Uint8Array[] = [];
    let received = 0;
    for await (const chunk of response.body) {
      received += chunk.length;
      if (received > maxBytes) return 'too-large';
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch {
    return 'unreachable';
  }
}
