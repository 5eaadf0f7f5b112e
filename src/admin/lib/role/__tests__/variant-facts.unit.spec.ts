import { toVariantFacts } from "../variant-facts"

const of = (variant: Partial<Parameters<typeof toVariantFacts>[0][number]>) =>
  toVariantFacts([{ id: "variant_1", title: "Gold", ...variant }], "en-GB")[0]

describe("a variant as an admin recognises it", () => {
  it("is called by its title, or by its id where it has none", () => {
    expect(of({})).toEqual({ id: "variant_1", title: "Gold", details: null })
    expect(of({ title: null })?.title).toBe("variant_1")
    expect(of({ title: "" })?.title).toBe("variant_1")
  })

  it("tells its options and its price", () => {
    const options = [
      { value: "Gold", option: { title: "Plan" } },
      { value: "Yearly", option: { title: "Term" } },
    ]
    const prices = [{ amount: 25, currency_code: "eur" }]
    expect(of({ options, prices })?.details).toBe("Plan: Gold · Term: Yearly · €25.00")
  })

  it("leaves out prices for a region or a group, and all after the second", () => {
    const prices = [
      { amount: 20, currency_code: "eur", rules: { region_id: "reg_1" } },
      { amount: 25, currency_code: "eur", rules: {} },
      { amount: 28, currency_code: "usd", rules: {} },
      { amount: 23, currency_code: "gbp", rules: {} },
    ]
    expect(of({ prices })?.details).toBe("€25.00 · US$28.00")
  })

  it("writes a currency without decimals without decimals", () => {
    expect(of({ prices: [{ amount: 2500, currency_code: "jpy" }] })?.details).toBe("JP¥2,500")
  })
})
