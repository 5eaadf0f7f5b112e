import { brokenReason } from "../broken-reason"

it.each([
  ["useLocation() may be used only in the context of a <Router> component."],
  ["useBlocker must be used within a data router.  See https://reactrouter.com"],
])("says of a second router that it is one: %s", (message) => {
  expect(brokenReason(new Error(message))).toEqual({ key: "broken.twoRouters", detail: message })
})

it.each([
  [new TypeError("Cannot read properties of undefined"), "Cannot read properties of undefined"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("keeps what anything else says: %p", (error, detail) => {
  expect(brokenReason(error)).toEqual({ key: "broken.description", detail })
})
