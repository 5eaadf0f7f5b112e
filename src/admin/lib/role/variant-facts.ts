/** A variant as a shop's admin recognises it. */
export interface VariantFacts {
  id: string
  title: string
  /** Its options and its price, e.g. "Plan: Gold · €25.00"; null when there is nothing to tell it by. */
  details: string | null
}

export interface VariantRecord {
  id: string
  title: string | null
  options?: { value: string; option?: { title: string } | null }[] | null
  prices?: { amount: number; currency_code: string; rules?: Record<string, unknown> }[] | null
}

/** More prices than these make no variant easier to recognise. */
const MAX_PRICES = 2

/**
 * Variants by the name the shop gave them (by id where they have none), with options and prices.
 *
 * @param locale of the admin, for prices
 */
export function toVariantFacts(
  variants: readonly VariantRecord[],
  locale: string | undefined,
): VariantFacts[] {
  return variants.map((variant) => ({
    id: variant.id,
    title: variant.title || variant.id,
    details: [...optionTexts(variant), ...priceTexts(variant, locale)].join(" · ") || null,
  }))
}

function optionTexts({ options }: VariantRecord): string[] {
  return (options ?? []).map(({ value, option }) => (option ? `${option.title}: ${value}` : value))
}

/** Prices for everybody: those of a region or a group of customers come with rules. */
function priceTexts({ prices }: VariantRecord, locale: string | undefined): string[] {
  const common = (prices ?? []).filter(({ rules }) => Object.keys(rules ?? {}).length === 0)
  return common
    .slice(0, MAX_PRICES)
    .map(({ amount, currency_code }) => formatPrice(amount, currency_code, locale))
}

const formats = new Map<string, Intl.NumberFormat>()

/** A hundred variants share one format: making one costs more than a row. */
function formatPrice(amount: number, currency: string, locale: string | undefined): string {
  const key = `${locale} ${currency}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency })
  formats.set(key, format)
  return format.format(amount)
}
