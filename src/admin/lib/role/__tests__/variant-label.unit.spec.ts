import { listOf, localeOf } from "../../text/locale"
import { variantLabel } from "../variant-label"

const gold = {
  title: "Gold",
  product: { title: "Membership" },
  options: [{ value: "Gold" }, { value: "Yearly" }],
  prices: [
    { amount: 25, currency_code: "eur", rules: {} },
    { amount: 20, currency_code: "eur", rules: { customer_group_id: "vip" } },
    { amount: 2, currency_code: "usd", min_quantity: 10 },
    { amount: 27.5, currency_code: "usd", rules: null },
  ],
}

it("tells a variant from its like by product, options and everybody's prices", () => {
  expect(variantLabel(gold, "en")).toBe("Membership · Gold · Yearly · €25.00, $27.50")
})

it("says amounts as the admin's language does", () => {
  expect(variantLabel(gold, "de")).toBe("Membership · Gold · Yearly · 25,00\u00a0€, 27,50\u00a0$")
})

it("makes do with what there is", () => {
  expect(variantLabel({ title: "Gold" }, "en")).toBe("Gold")
  expect(variantLabel({ title: null, product: { title: "Poster" }, prices: [] }, "en")).toBe(
    "Poster",
  )
})

it.each([
  ["en", "en"],
  ["ptBR", "pt-BR"],
  ["zhCN", "zh-CN"],
  ["en-GB", "en-GB"],
])("knows Medusa's language %s as %s", (language, locale) => {
  expect(localeOf(language)).toBe(locale)
})

it("joins words as a language does", () => {
  expect(listOf("en", ["Gold", "Silver"])).toBe("Gold and Silver")
  expect(listOf("ptBR", ["Gold", "Silver"])).toBe("Gold e Silver")
})
