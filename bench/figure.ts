import type { Stage } from "./stage"

export type Target = { at_most: number } | { at_least: number }

/** One line of the benchmark's report. */
export interface Measure {
  name: string
  value: number
  unit: "ms" | "calls" | "share" | "MB" | "count" | "changes/s" | "responses" | "orders/s" | "ratio"
  /** What this plugin promises; baselines promise nothing. */
  target?: Target
}

/** Something that is measured on its own, and may give several lines. */
export interface Figure {
  /** By which it is chosen on the command line. */
  name: string
  /** Takes so long that it is measured only when it is named. */
  isByHand?: boolean
  measure: (stage: Stage) => Promise<Measure[]>
}

/** A measure that must not exceed a limit. */
export function atMost(
  name: string,
  value: number,
  unit: Measure["unit"],
  at_most: number,
): Measure {
  return { name, value, unit, target: { at_most } }
}

export function meets({ value, target }: Measure): boolean {
  if (!target) {
    return true
  }
  return "at_most" in target ? value <= target.at_most : value >= target.at_least
}

/** The smallest of the values that at least `share` of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** p50 and p99 of some times. */
export function quantiles(
  name: string,
  times: readonly number[],
  targets: { p50?: number; p99?: number } = {},
): Measure[] {
  return ([50, 99] as const).map((p) => {
    const at_most = targets[`p${p}`]
    const value = percentile(times, p / 100)
    return {
      name: `${name}_p${p}`,
      value,
      unit: "ms",
      ...(at_most === undefined ? {} : { target: { at_most } }),
    }
  })
}
