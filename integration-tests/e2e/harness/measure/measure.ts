import type { CDPSession, Page } from "playwright-core"

/** What a page spent between two moments. */
export interface Spent {
  /** Running JavaScript, in time of the processor: what else the machine does does not count. */
  scripting_ms: number
  /** By the page's clock. */
  elapsed_ms: number
}

/** Chromium's own count of where a page's time goes. */
export class Measure {
  private constructor(
    private readonly session: CDPSession,
    private readonly page: Page,
  ) {}

  static async of(page: Page): Promise<Measure> {
    const session = await page.context().newCDPSession(page)
    await session.send("Performance.enable", { timeDomain: "threadTicks" })
    return new Measure(session, page)
  }

  async during(act: () => Promise<void>): Promise<Spent> {
    const before = await this.#now()
    await act()
    const after = await this.#now()
    return {
      scripting_ms: after.scripting_ms - before.scripting_ms,
      elapsed_ms: after.elapsed_ms - before.elapsed_ms,
    }
  }

  async #now(): Promise<Spent> {
    const { metrics } = await this.session.send("Performance.getMetrics")
    const seconds = metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN
    const elapsed_ms = await this.page.evaluate(() => performance.now())
    return { scripting_ms: seconds * 1000, elapsed_ms }
  }
}

/** The best of several runs says what the page costs; the others, what else the machine was doing. */
export function best(values: readonly number[]): number {
  return Math.round(Math.min(...values))
}

export function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN)
}
