import { tabNamed, withTab } from "../tabs"

it.each([
  ["customer", "customer"],
  ["all", "all"],
  ["none", undefined],
  [null, undefined],
])("a tab is named %j in the address", (name, tab) => {
  expect(tabNamed(["admin", "customer", "all"], name)).toBe(tab)
})

it("another tab begins at its first page, with the filters as they are", () => {
  const params = new URLSearchParams("tab=all&offset=40&q=ada")
  expect(withTab(params, "admin").toString()).toBe("tab=admin&q=ada")
})
