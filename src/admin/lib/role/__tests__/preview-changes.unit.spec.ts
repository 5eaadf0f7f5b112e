import type {
  AdminDangerousDiscordRole,
  AdminDiscordRolesPreviewRole,
  AdminPreviewProductDiscordRolesResponse,
} from "../../../../types/http/role-mapping"
import { isDestructive, needsQuestion, roleChanges } from "../preview-changes"

const customers = (count: number) =>
  Array.from({ length: Math.min(count, 20) }, (_, at) => ({
    customer_id: `cus_${at}`,
    discord_user_id: String(at),
    username: `user${at}`,
    global_name: null,
  }))

const role = (name: string, gaining: number, losing: number): AdminDiscordRolesPreviewRole => ({
  role_id: name,
  name,
  color: 0,
  server_id: "dserv_1",
  server_name: "Community",
  gaining,
  losing,
  gaining_customers: customers(gaining),
  losing_customers: customers(losing),
})

const preview = (
  roles?: AdminDiscordRolesPreviewRole[],
  dangerous = 0,
): AdminPreviewProductDiscordRolesResponse => ({
  variant_ids: ["variant_1"],
  customers: 0,
  unlinked_customers: 0,
  servers: [],
  ...(roles && { roles }),
  dangerous_roles: Array<AdminDangerousDiscordRole>(dangerous).fill({
    role_id: "1",
    name: "Admin team",
    server_name: "Community",
    dangerous_permissions: ["Administrator"],
    dangerous_permission_details: [],
  }),
})

describe("what saving does to current customers", () => {
  it("is told role by role, losses first, with how many are not named", () => {
    const changes = roleChanges(preview([role("Gold", 2, 0), role("Silver", 1, 23)]))
    expect(
      changes.map((change) => [
        change.role.name,
        change.kind,
        change.count,
        change.customers.length,
        change.more,
      ]),
    ).toEqual([
      ["Silver", "losing", 23, 20, 3],
      ["Gold", "gaining", 2, 2, 0],
      ["Silver", "gaining", 1, 1, 0],
    ])
  })

  const CASES: [string, AdminPreviewProductDiscordRolesResponse, boolean, boolean][] = [
    ["nobody", preview([]), false, false],
    ["nobody it knows of", preview(), false, false],
    ["somebody who gains a role", preview([role("Gold", 1, 0)]), true, false],
    ["somebody who loses one", preview([role("Gold", 0, 1)]), true, true],
    ["nobody, by a role that manages the server", preview([], 1), true, true],
  ]
  it.each(CASES)("to %s", (_whom, answer, asks, destroys) => {
    expect(needsQuestion(answer)).toBe(asks)
    expect(isDestructive(answer)).toBe(destroys)
  })
})
