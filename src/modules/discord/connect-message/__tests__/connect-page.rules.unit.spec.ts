import { connectPageOf } from "../connect-page.rules"

it.each([
  [
    "the storefront's page",
    ["https://a.example/discord", "https://b.example"],
    {},
    "https://a.example/discord",
  ],
  [
    "that page, whatever the front page is",
    ["https://a.example"],
    { storeUrl: "https://c.example" },
    "https://a.example",
  ],
  ["the store's front page", [], { storeUrl: "https://c.example" }, "https://c.example"],
  ["nowhere", [], {}, null],
])("a message leads registered customers to %s", (_case, redirectUrls, hostedPages, expected) => {
  expect(connectPageOf({ redirectUrls, hostedPages })).toBe(expected)
})
