import type { ServerResponse } from 'node:http';
import { sendJson } from './send.ts';
import type { World } from '../world/world.ts';

/** Sends a file of a message, an option or a form under `/attachments/{channel}/{id}/{name}`; a browser downloads all but pictures. */
export function sendAttachment(world: World, response: ServerResponse, path: string): void {
  const [, , channelId, attachmentId] = path.split('/');
  const attachment =
    world.messages
      .get(channelId ?? '')
      ?.flatMap(({ attachments, snapshot }) => [...attachments, ...(snapshot?.attachments ?? [])])
      .find((each) => each.id === attachmentId) ?? world.uploads.get(attachmentId ?? '');
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
