import { createHash } from 'node:crypto';
import { ARTICLE_ID_MAX_CHARS } from '../article/article.ts';
import { idFromName } from '../document/articleFromDraft.ts';

const MARK_CHARS = 5;

/**
 * Chooses the id of an article that a server adds: its file's name, and a mark that is always there. So the id of one
 * server says nothing about which ids others have taken.
 */
export function uploadId(guild: string, name: string, isTaken: (id: string) => boolean): string {
  const stem = idFromName(name)
    .slice(0, ARTICLE_ID_MAX_CHARS - MARK_CHARS - 1)
    .replace(/-+$/u, '');
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${guild} ${stem} ${attempt}`).digest();
    const mark = digest.readUInt32BE(0).toString(36).padStart(MARK_CHARS, '0').slice(-MARK_CHARS);
    const id = `${stem}-${mark}`;
    if (!isTaken(id)) return id;
  }
}
