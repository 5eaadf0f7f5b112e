import { CATALOGUES } from "../../../../messages"
import { answerTodo, serverTodo, type CustomerStanding } from "../customer-todo.rules"

const PAGES = {
  server: "https://d/channels/1",
  discord: "https://d/channels/@me",
  join: "https://s/join",
}
const STANDING: CustomerStanding = {
  server_name: "Community",
  server_status: "connected",
  account_status: "linked",
  status: "synced",
  is_scheduled: false,
  error_code: null,
  pending: false,
  is_complete: false,
  is_withheld: false,
}

const refusedWith = (error_code: string) =>
  ({ status: "waiting_for_customer", error_code }) as const

it.each<[Partial<CustomerStanding>, code: string, page: string | undefined]>([
  [{ status: "waiting_for_join" }, "join_server", PAGES.join],
  [{ status: "waiting_for_join", account_status: "token_invalid" }, "reconnect", undefined],
  [{ is_complete: true, pending: true }, "accept_rules", PAGES.server],
  [refusedWith("30001"), "leave_a_server", PAGES.discord],
  [refusedWith("40002"), "verify_account", PAGES.discord],
  [refusedWith("50178"), "verify_account", PAGES.discord],
  [refusedWith("40007"), "banned", undefined],
  [refusedWith("340015"), "wait", undefined],
  [refusedWith("10013"), "reconnect", undefined],
  [refusedWith("50025"), "reconnect", undefined],
  [{ status: "waiting_for_admin" }, "contact_store", undefined],
  [{ is_withheld: true }, "contact_store", undefined],
  [{ status: "due" }, "wait", undefined],
])("%j: %s, at %s", (given, code, page) => {
  const todo = serverTodo({ ...STANDING, ...given }, PAGES)
  expect([todo?.code, todo?.action_url]).toEqual([code, page])
})

it("has no page to join where no link leads in", () => {
  const todo = serverTodo({ ...STANDING, status: "waiting_for_join" }, { ...PAGES, join: null })
  expect(todo).not.toHaveProperty("action_url")
})

it("is answered in one language throughout", () => {
  const todo = serverTodo({ ...STANDING, status: "waiting_for_join" }, PAGES)
  const answered = answerTodo(todo, CATALOGUES.es)
  expect(answered?.message).toContain("No estás en Community")
  expect(answered?.message_detail).toEqual({
    code: "customer.join_server",
    params: { server: "Community" },
    message: answered?.message,
  })
})
