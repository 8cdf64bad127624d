import { appendFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { Config } from '../runtime/config.ts';
import type { LinkSigner } from '../reader/linkSigner.ts';
import { createReader } from '../reader/serveReader.ts';
import { readable } from '../reader/signedLinks.ts';
import type { Room } from 'discord-room';
import { codeOf } from '../runtime/codeOf.ts';
import { roomExamples } from './roomExamples.ts';

/** Discord's privileged intent, which an operator grants in the developer portal. */
const MESSAGE_CONTENT = 1 << 15;

type RoomOpening =
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Opens the local room, or says in one sentence why it cannot. The only place that loads the room's code, and only when
 * called: a bot on Discord runs without it.
 */
export async function openRoom(
  { ROOM_PORT: port, ROOM_RECORD: recordFile, ASK_CHANNELS: askChannels }: Config,
  { app, signer, log }: { readonly app: App; readonly signer: LinkSigner; readonly log: Logger },
): Promise<RoomOpening> {
  const fallback = createReader((url) => readable(app, { url, signer }));
  const unwritable = recordFile === undefined ? undefined : await appendFile(recordFile, '').catch(codeOf);
  if (unwritable !== undefined)
    return { kind: 'refused', reason: `Cannot write to ROOM_RECORD "${recordFile}": ${unwritable}.` };
  const { startRoom } = await import('discord-room');
  try {
    return {
      kind: 'room',
      room: await startRoom({
        port,
        botName: 'rapporteur',
        recordFile,
        fallback,
        examples: (place) => roomExamples(app, place),
        privilegedIntents: askChannels === 'on' ? MESSAGE_CONTENT : 0,
        log: (event, message) => log.warn(event, message),
      }),
    };
  } catch (error) {
    const code = codeOf(error);
    const reason =
      code === 'EADDRINUSE' ? 'another program uses it; set ROOM_PORT to another one, or to 0 for any' : code;
    return { kind: 'refused', reason: `Cannot open the room on port ${port}: ${reason}.` };
  }
}
