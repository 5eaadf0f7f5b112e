/** What Discord shows for a role without a colour of its own. */
const DEFAULT_GREY = "#99aab5"

/** A role's colour (RGB as one integer, 0 = none) as CSS. */
export function roleColor(color: number): string {
  return color === 0 ? DEFAULT_GREY : `#${color.toString(16).padStart(6, "0")}`
}
