/** Somebody whom the page can be, as `GET /room` lists them. */
export interface RoomMember {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** In the bot's server, as a decimal bit field. */
  readonly permissions: string;
}

/** What `GET /room` says of the room, as far as the page needs it. */
export interface RoomInfo {
  readonly application_id: string;
  readonly members: readonly RoomMember[];
}

/** Asks who is in the room; undefined if it does not answer. */
export async function readRoomInfo(): Promise<RoomInfo | undefined> {
  try {
    const response = await fetch('/room');
    return response.ok ? ((await response.json()) as RoomInfo) : undefined;
  } catch {
    return undefined;
  }
}
