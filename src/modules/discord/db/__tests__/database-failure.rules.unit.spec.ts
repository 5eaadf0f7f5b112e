import { lacksSchema, passes } from "../database-failure.rules"

it.each<[what: string, error: unknown, expected: boolean]>([
  ["a deadlock", { code: "40P01" }, true],
  ["a server that shuts down", { code: "57P01" }, true],
  ["too many connections", { code: "53300" }, true],
  ["a connection that was reset", { code: "ECONNRESET" }, true],
  ["a pool without a free connection", { name: "KnexTimeoutError" }, true],
  ["a name that cannot be looked up", { code: "EAI_AGAIN" }, true],
  [
    "a connection that ends under a statement",
    new Error("Connection terminated unexpectedly"),
    true,
  ],
  [
    "the same, with the statement before it",
    new Error("select 1 - Connection terminated unexpectedly"),
    true,
  ],
  ["a mistake of Node's with a code", { code: "ERR_INVALID_ARG_TYPE" }, false],
  ["a cursor that nobody can read", new SyntaxError("Unexpected token"), false],
  ["a table that is not there", { code: "42P01" }, false],
  ["a text", "no", false],
  ["nothing", null, false],
])("%s passes: %#", (_what, error, expected) => {
  expect(passes(error)).toBe(expected)
})

it.each<[what: string, error: unknown, expected: boolean]>([
  ["a table that is not there", { code: "42P01" }, true],
  ["a column that is not there", { code: "42703" }, true],
  ["a deadlock", { code: "40P01" }, false],
  ["a mistake of Node's", new TypeError("no"), false],
  ["nothing", null, false],
])("%s wants the migrations: %#", (_what, error, expected) => {
  expect(lacksSchema(error)).toBe(expected)
})
