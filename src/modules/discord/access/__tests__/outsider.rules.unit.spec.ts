import { isOutside, joinRefusal, mustJoin, type Whereabouts } from "../outsider.rules"

const OUTSIDE: Whereabouts = {
  server_name: "Community",
  server_status: "connected",
  in_server: false,
  status: "waiting_for_join",
  error_code: null,
}

it.each<[what: string, given: Partial<Whereabouts>, outside: boolean, told: boolean]>([
  ["not brought in", {}, true, true],
  ["in too many servers", { status: "waiting_for_customer", error_code: "30001" }, true, true],
  ["looked at just now", { status: "due" }, true, false],
  ["never looked for", { in_server: null, status: "due" }, false, false],
  ["inside", { in_server: true, status: "synced" }, false, false],
  ["banned", { status: "waiting_for_customer", error_code: "40007" }, false, false],
  ["gone from Discord", { status: "waiting_for_customer", error_code: "10013" }, false, false],
  ["of a server that is paused", { server_status: "paused" }, false, false],
  ["of one that is disconnected", { server_status: "disconnected" }, false, false],
  ["of a server that the admin has to mend", { status: "waiting_for_admin" }, true, false],
])("somebody %s: a link leads in = %s, and they are given one", (_what, given, outside, told) => {
  const standing = { ...OUTSIDE, ...given }
  expect([isOutside(standing), mustJoin(standing)]).toEqual([outside, told])
})

it.each<[Whereabouts | null, string]>([
  [null, "customer.no_access"],
  [{ ...OUTSIDE, error_code: "40007" }, "customer.banned"],
  [{ ...OUTSIDE, error_code: "10013" }, "customer.account_gone"],
  [{ ...OUTSIDE, in_server: null, status: null }, "customer.connect"],
  [{ ...OUTSIDE, server_status: "paused" }, "customer.not_invited"],
])("%j is refused with %s", (standing, code) => {
  expect(joinRefusal(standing).code).toBe(code)
})
