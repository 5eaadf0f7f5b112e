import { connectedBuyer } from "../../helpers/account/buyers"
import { contentOf, pluginTables } from "../../helpers/store/evidence"
import { HttpClient, type HttpRequest } from "../../helpers/store/http"
import { storeSuite, type Scene } from "../../helpers/store/suite"
import { ROUTES, type Route } from "./malformed-requests/routes"
import {
  IDS,
  QUERIES,
  BODIES,
  LARGE,
  SQL,
  SAID_IN_SQL,
  RIGHT,
  type Ids,
} from "./malformed-requests/what-is-sent"
import { spoilt } from "./malformed-requests/spoilt"
import { testStrangers } from "./malformed-requests/strangers"

/** Pages with forms of their own, and what Discord posts to: those bodies are small. */
const WITH_BODIES = ["/discord/claim", "/discord/account", "/discord/webhook"]

storeSuite("requests that are not what they should be", (scene) => {
  it("finds every route", () => {
    expect(ROUTES.length).toBeGreaterThan(45)
    const known = new Set(ROUTES.map(({ method, address }) => `${method} ${address}`))
    expect(Object.keys(RIGHT).filter((route) => !known.has(route))).toEqual([])
  })

  it("are never the store's own failure: not by their id, nor by their query, nor by their body", async () => {
    const { ids, clientOf } = await prepare(scene())
    const failed: string[] = []
    await scene().discord.control.configure({ limits: "off" })
    const tried = new Map<string, number>()
    const send = async ({ method, address }: Route, suffix: string, request: HttpRequest = {}) => {
      const answer = await clientOf(address).raw(`${address}${suffix}`, { method, ...request })
      tried.set(address, (tried.get(address) ?? 0) + 1)
      if (answer.status >= 500) {
        const body = JSON.stringify(request.body ?? null).slice(0, 120)
        failed.push(`${answer.status} ${method} ${address}${suffix.slice(0, 120)} ${body}`)
      }
    }
    // Who changes nothing comes first, and who disconnects or deletes last.
    for (const route of [...ROUTES].sort((a, b) => rank(a) - rank(b))) {
      const open = { ...route, address: withId(route.address, ids) }
      for (const id of route.address.includes("[id]") ? IDS : []) {
        await send({ ...route, address: route.address.replace("[id]", id) }, "")
      }
      for (const query of route.method === "GET" ? QUERIES : ["fields=%00", "roles=%00"]) {
        await send(open, `?${query}`)
      }
      if (route.method === "POST") {
        const right = RIGHT[`${route.method} ${route.address}`]?.(ids)
        for (const body of [...BODIES, ...(right ? spoilt(right) : [])]) {
          await send(open, "", { body })
        }
      }
    }
    expect(failed).toEqual([])
    expect(tried.size).toBeGreaterThan(ROUTES.length)
  }, 300_000)

  it("are refused when they are far too large, and change nothing", async () => {
    const { ids, clientOf } = await prepare(scene())
    await scene().service.engine.idle()
    const before = await contentOfPlugin(scene())
    const wrong: string[] = []
    for (const { method, address } of ROUTES.filter((route) => route.method !== "GET")) {
      for (const [what, text, type = "application/json"] of LARGE) {
        const path = withId(address, ids)
        const headers = { "content-type": type }
        const { status, body } = await clientOf(address).raw(path, { method, text, headers })
        const { message } = body as { message?: string }
        if (status !== 413 || !/too large|too many/.test(String(message))) {
          wrong.push(`${status} ${method} ${address} ${what}: ${message}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(await contentOfPlugin(scene())).toEqual(before)
  }, 300_000)

  it("are not read at all where a page is only opened, and not when large where it takes a body", async () => {
    const { clientOf } = await prepare(scene())
    const wrong: string[] = []
    for (const { address } of ROUTES.filter((route) => route.address.startsWith("/discord"))) {
      for (const [what, text, type = "application/json"] of LARGE) {
        const headers = { "content-type": type }
        const { status } = await clientOf(address).raw(address, { text, headers })
        if (status !== (WITH_BODIES.includes(address) ? 413 : 405)) {
          wrong.push(`${status} ${address} ${what}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it.each<string[]>([
    ["a NUL in an id", "/admin/discord/servers/%00"],
    ["a NUL in a search", "/admin/discord/memberships?q=%00"],
    ["a limit below nothing", "/admin/discord/entitlements?limit=-1"],
    ["an offset below nothing", "/admin/discord/servers?offset=-1"],
    ["no date", "/admin/discord/entitlements?created_at[$gte]=x"],
    ["an end that is no date", "/admin/discord/entitlements?ends_at[$gt]=x"],
    ["an order that is none", "/admin/discord/activity?order=nope"],
    ...[
      "/admin/discord/entitlements",
      "/admin/discord/memberships",
      "/admin/discord/activity",
      "/admin/discord/sync-runs",
      "/admin/discord/servers",
    ].flatMap((list) => [
      [`no limit in ${list}`, `${list}?limit=`],
      [`a field that there is not in ${list}`, `${list}?level=1`],
      [`a name that every object has in ${list}`, `${list}?q[__proto__]=x`],
    ]),
    ["a status that is none", "/admin/discord/servers?status=nope"],
  ])("are refused in words: %s", async (_what, address) => {
    const { status, body } = await scene().admin.raw<{ type: string; message: string }>(address)
    expect({ status, type: body.type }).toEqual({ status: 400, type: "invalid_data" })
    expect(body.message).toMatch(/\w{3}/)
    expect(body.message).not.toMatch(/select |syntax error|unknown error/i)
  })

  testStrangers(scene, ROUTES)

  it("left nothing of SQL in any answer, nor in what was logged meanwhile", () => {
    const { evidence } = scene()
    expect(evidence.size().sources).toEqual(expect.arrayContaining(["response", "logger"]))
    expect(evidence.said(/invalid_data/).length).toBeGreaterThan(100)
    expect(SAID_IN_SQL.filter((text) => !SQL.some((sql) => sql.test(text)))).toEqual([])
    expect(SQL.flatMap((pattern) => evidence.said(pattern))).toEqual([])
  })
})

/** Kept by the plugin's own clock: they change with no request at all. */
const OF_THE_CLOCK = ["discord_call_hour", "discord_lease", "discord_process", "discord_watermark"]

/** All else that the plugin stores, by table. */
async function contentOfPlugin({ db }: Scene): Promise<Record<string, string>> {
  const content: Record<string, string> = {}
  const tables = await pluginTables(db)
  for (const table of tables.filter((name) => !OF_THE_CLOCK.includes(name))) {
    content[table] = await contentOf(db, table)
  }
  return content
}

async function prepare(scene: Scene) {
  const { customer, userId } = await connectedBuyer(scene)
  const order = await customer.buy("Gold")
  await scene.settled(order)
  const [server] = await scene.service.listDiscordServers({})
  const [entitlement] = await scene
    .db<{ id: string }>("discord_entitlement")
    .where({ source_id: order })
  const membership = await scene.membershipOf(userId)
  const ids: Ids = {
    server: server?.id ?? "",
    product: scene.store.productId,
    variant: scene.store.variants.Gold,
    customer: customer.id,
    order,
    entitlement: entitlement?.id ?? "",
    membership: membership?.id ?? "",
    role: scene.discord.roles.Gold,
  }
  const anybody = new HttpClient(scene.baseUrl)
  const clientOf = (address: string) =>
    address.startsWith("/admin")
      ? scene.admin
      : address.startsWith("/store")
        ? customer.http
        : anybody
  return { ids, clientOf }
}

function withId(address: string, ids: Ids): string {
  const kinds: [RegExp, string][] = [
    [/\/servers\//, ids.server],
    [/\/products\//, ids.product],
    [/\/orders\//, ids.order],
    [/\/customers\//, ids.customer],
    [/\/entitlements\//, ids.entitlement],
    [/\/memberships\//, ids.membership],
  ]
  const id = kinds.find(([kind]) => kind.test(address))?.[1] ?? "none"
  return address.replace("[id]", id)
}

function rank({ method, address }: Route): number {
  if (method === "GET") {
    return 0
  }
  return method === "DELETE" ? (address.includes("servers") ? 3 : 2) : 1
}
