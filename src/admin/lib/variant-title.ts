export interface VariantTitle {
  id: string
  title: string
}

/** A variant by the name the shop gave it, or by its id where it has none. */
export function toVariantTitles(
  variants: readonly { id: string; title: string | null }[],
): VariantTitle[] {
  return variants.map(({ id, title }) => ({ id, title: title || id }))
}
