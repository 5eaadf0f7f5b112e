/** Medusa's operators. */
const COMPARISONS = { $eq: "=", $ne: "<>", $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const

/** A moment, or where it lies: all that is given holds. */
export type Moments = Date | { [operator in keyof typeof COMPARISONS]?: Date | undefined }

/**
 * What holds of a column of moments.
 *
 * @returns how the column compares, each with the name and the value of its binding
 */
export function comparisonsOf(
  column: string,
  moments: Moments | undefined,
): { sql: string; name: string; moment: Date }[] {
  const given = moments instanceof Date ? { $eq: moments } : (moments ?? {})
  return Object.entries(COMPARISONS).flatMap(([operator, comparison]) => {
    const moment = given[operator as keyof typeof COMPARISONS]
    const name = `${column}_${operator.slice(1)}`
    return moment ? [{ sql: `${comparison} :${name}`, name, moment }] : []
  })
}
