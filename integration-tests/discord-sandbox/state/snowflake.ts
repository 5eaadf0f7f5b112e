/** First millisecond of Discord's clock. @see https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000n

/** Makes realistic, strictly rising ids: libraries sort rate-limit buckets by ids of 17 to 19 digits. */
export class SnowflakeClock {
  private last = 0n

  constructor(private readonly now: () => number) {}

  next(): string {
    const fromClock = (BigInt(Math.floor(this.now())) - DISCORD_EPOCH) << 22n
    this.last = fromClock > this.last ? fromClock : this.last + 1n
    return this.last.toString()
  }
}

export function isSnowflake(value: unknown): value is string {
  return typeof value === "string" && /^[1-9]\d{14,19}$/.test(value)
}

/**
 * Order of two snowflakes as numbers. Ids are 64-bit, so they are never turned into JavaScript numbers; for decimal
 * strings without leading zeros, length and then alphabet is the same order as BigInt gives, and far cheaper.
 */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
