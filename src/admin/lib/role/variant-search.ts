import type { VariantFacts } from "./variant-facts"

/** So many are seen at a glance. */
const FEW = 6

/** Whether there are so many variants that one is looked for by name. */
export function needsSearch(variants: readonly VariantFacts[]): boolean {
  return variants.length > FEW
}

/** Variants whose title holds the text, whatever its case. */
export function matchingVariants(
  variants: readonly VariantFacts[],
  search: string,
): readonly VariantFacts[] {
  const text = search.trim().toLowerCase()
  return text === "" ? variants : variants.filter(({ title }) => title.toLowerCase().includes(text))
}
