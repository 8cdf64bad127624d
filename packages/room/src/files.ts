import { createReadStream, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { sendJson } from './send.ts';
import type { World } from './world.ts';

const PAGE_FOLDER = join(import.meta.dirname, 'page');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** What the chat page may load: nothing that is not the room's own. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sends a file of the chat page; false where there is none of that name. */
export function sendPageFile(response: ServerResponse, path: string): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  if (type === undefined || !pageFiles().includes(name)) return false;
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  pipeline(createReadStream(join(PAGE_FOLDER, name)), response, () => {});
  return true;
}

/** Sends a message's file under `/attachments/{channel}/{id}/{name}`; a browser downloads all but pictures. */
export function sendAttachment(world: World, response: ServerResponse, path: string): void {
  const [, , channelId, attachmentId] = path.split('/');
  const attachment = world.messages
    .get(channelId ?? '')
    ?.flatMap((message) => message.attachments)
    .find((each) => each.id === attachmentId);
  if (!attachment) return sendJson(response, 404, { message: '404: Not Found', code: 0 });
  const picture = /^image\/(?:png|jpeg|gif|webp)$/.test(attachment.contentType);
  response.writeHead(200, {
    'content-type':
      picture || attachment.contentType.startsWith('text/') ? attachment.contentType : 'application/octet-stream',
    'content-length': attachment.content.length,
    'content-disposition': picture ? 'inline' : `attachment; filename="${attachment.filename}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(attachment.content);
}

/** Only names that lie in the folder are ever opened, so no path leads out of it. */
function pageFiles(): string[] {
  try {
    return readdirSync(PAGE_FOLDER);
  } catch {
    return [];
  }
}
