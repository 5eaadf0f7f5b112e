import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import middlewares from "../middlewares"

const API = path.resolve(__dirname, "..")
const HANDLER = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm

/** Every route below /admin that a file of ours answers, as `METHOD /path`. */
const ROUTES = readdirSync(path.join(API, "admin"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .flatMap((file) => {
    const source = readFileSync(path.join(API, "admin", file), "utf8")
    const folder = path.posix.join("/admin", path.dirname(file))
    const matcher = folder.replaceAll(/\[(\w+)\]/g, ":$1")
    return [...source.matchAll(HANDLER)].map(([, method = ""]) => `${method} ${matcher}`)
  })
  .sort()

/** What each guarded route asks for. */
const GUARDED = new Map<string, string[]>()
for (const { matcher, methods, policies } of middlewares.routes ?? []) {
  for (const method of methods ?? []) {
    const rights = [policies ?? []]
      .flat()
      .map((each) => `${each.resource}:${[each.operation].flat().join()}`)
    const route = `${method} ${String(matcher)}`
    GUARDED.set(route, [...(GUARDED.get(route) ?? []), ...rights])
  }
}

/** What a route asks for, by a space where it is more than one. Written down by hand: a route that asks for another right than it should is a decision, not a slip. */
const EXPECTED: Record<string, string> = {
  "GET /admin/customers/:id/discord": "discord_account:read",
  "POST /admin/customers/:id/discord/account": "discord_account:create",
  "DELETE /admin/customers/:id/discord/account": "discord_account:delete",
  "POST /admin/customers/:id/discord/resync": "discord_membership:update",
  "GET /admin/discord/activity": "discord_membership:read",
  "GET /admin/discord/application": "discord_server:read",
  "GET /admin/discord/entitlements": "discord_entitlement:read",
  "POST /admin/discord/entitlements": "discord_entitlement:create",
  "GET /admin/discord/entitlements/:id": "discord_entitlement:read",
  "POST /admin/discord/entitlements/:id": "discord_entitlement:update",
  "DELETE /admin/discord/entitlements/:id": "discord_entitlement:delete",
  "POST /admin/discord/entitlements/:id/resume": "discord_entitlement:update",
  "POST /admin/discord/entitlements/:id/suspend": "discord_entitlement:update",
  "POST /admin/discord/imports": "discord_entitlement:create discord_account:create",
  "GET /admin/discord/memberships": "discord_membership:read",
  "GET /admin/discord/memberships/counts": "discord_membership:read",
  "POST /admin/discord/memberships/retry": "discord_membership:update",
  "POST /admin/discord/memberships/:id/retry": "discord_membership:update",
  "GET /admin/discord/overview": "discord_server:read",
  "GET /admin/discord/servers": "discord_server:read",
  "POST /admin/discord/servers/connect": "discord_server:create",
  "GET /admin/discord/servers/:id": "discord_server:read",
  "POST /admin/discord/servers/:id": "discord_server:update",
  "DELETE /admin/discord/servers/:id": "discord_server:delete",
  "POST /admin/discord/servers/:id/invitation": "discord_server:update",
  "POST /admin/discord/servers/:id/reconcile": "discord_server:update",
  "GET /admin/discord/servers/:id/disconnect": "discord_server:read",
  "GET /admin/discord/servers/:id/members": "discord_server:read",
  "POST /admin/discord/servers/:id/refresh": "discord_server:update",
  "GET /admin/discord/servers/:id/roles": "discord_server:read",
  "POST /admin/discord/servers/:id/test": "discord_server:update",
  "GET /admin/discord/setup": "discord_server:read",
  "GET /admin/discord/sync-runs": "discord_membership:read",
  "POST /admin/discord/sync-runs": "discord_membership:create",
  "GET /admin/discord/sync-runs/:id": "discord_membership:read",
  "POST /admin/discord/sync-runs/:id/cancel": "discord_membership:update",
  "POST /admin/discord/sync-runs/:id/confirm": "discord_membership:update",
  "GET /admin/discord/sync-runs/:id/differences": "discord_membership:read",
  "POST /admin/discord/sync-runs/:id/resume": "discord_membership:update",
  "GET /admin/orders/:id/discord": "discord_entitlement:read",
  "POST /admin/orders/:id/discord/claim": "discord_account:create",
  "POST /admin/orders/:id/discord/message": "discord_account:create",
  "GET /admin/products/:id/discord-roles": "discord_role_mapping:read",
  "POST /admin/products/:id/discord-roles": "discord_role_mapping:update",
  "POST /admin/products/:id/discord-roles/preview": "discord_role_mapping:read",
}

it("finds the plugin's admin routes", () => {
  expect(ROUTES.length).toBeGreaterThan(30)
})

it.each(ROUTES)("%s asks for exactly the right it should", (route) => {
  expect(EXPECTED[route]).toBeDefined()
  expect(GUARDED.get(route)).toEqual(EXPECTED[route]?.split(" "))
})

it("guards nothing that is not there: a guard with a wrong path guards nothing at all", () => {
  const guarded = [...GUARDED].filter(([route]) => route.includes(" /admin/"))
  expect(guarded.map(([route]) => route).sort()).toEqual(ROUTES)
  expect(Object.keys(EXPECTED).sort()).toEqual(ROUTES)
})

it("has the guide name every resource that a route asks for", () => {
  const guide = readFileSync(path.resolve(API, "../../docs/admin-roles.md"), "utf8")
  const rights = Object.values(EXPECTED).flatMap((expected) => expected.split(" "))
  const named = new Set(rights.map((right) => right.split(":")[0]))
  const rows = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, resource]) => resource)
  const defined = [...guide.matchAll(/^ {2}"(\w+)",$/gm)].map(([, resource]) => resource)
  expect(rows.sort()).toEqual([...named].sort())
  expect(defined.sort()).toEqual([...named].sort())
})
