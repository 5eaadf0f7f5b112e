import { localeOf } from "../text/locale"

interface Price {
  amount: number | null
  currency_code: string | null
  /** Prices for a region or a group of customers only have some. */
  rules?: object | null
  min_quantity?: number | null
}

export interface LabelledVariant {
  title: string | null
  product?: { title: string } | null
  options?: { value: string }[] | null
  prices?: Price[] | null
}

/** A variant as an admin recognises it: "Community membership · Gold · €25.00". */
export function variantLabel(variant: LabelledVariant, language: string): string {
  const { title, product, options } = variant
  const values = (options ?? []).map(({ value }) => value).filter((value) => value !== title)
  const parts = [product?.title, title, values.join(" / "), pricesOf(variant, language)]
  return parts.filter(Boolean).join(" · ")
}

function pricesOf({ prices }: LabelledVariant, language: string): string {
  return (prices ?? [])
    .filter(({ rules, min_quantity }) => !min_quantity && Object.keys(rules ?? {}).length === 0)
    .flatMap(({ amount, currency_code }) =>
      amount === null || currency_code === null
        ? []
        : [
            new Intl.NumberFormat(localeOf(language), {
              style: "currency",
              currency: currency_code.toUpperCase(),
            }).format(amount),
          ],
    )
    .join(", ")
}
