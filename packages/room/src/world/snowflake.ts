/** The first millisecond of 2015, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Builds the smallest snowflake of a moment. */
export function snowflake(timestampMs: number): string {
  return (BigInt(Math.max(0, timestampMs - DISCORD_EPOCH_MS)) << 22n).toString();
}

/** The moment at which a snowflake was made, in milliseconds since 1970. */
export function snowflakeTimestamp(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}

/** Returns a function whose every call gives a snowflake of the present moment, above all those before it. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(snowflake(now()));
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}
