import { startRoom } from 'discord-room';
import { recordInRoom } from './burst/recordTimes.ts';

/** A room in a process of its own, which knows no rate limit; it ends with the process that asked for it. */
export interface RoomReport {
  readonly address: string;
  readonly token: string;
}

const room = await startRoom({ port: 0, rateLimits: false });
const acknowledgements = recordInRoom((id) => room.world.interactions.get(id)?.createdAt);
// Whatever it is asked, it is asked for those.
process.on('message', () => process.send!(acknowledgements()));
process.on('disconnect', () => process.exit());
process.send!({ address: room.address, token: room.token } satisfies RoomReport);
