import { Modules } from "@medusajs/framework/utils"
import type {
  AdminDiscordEntitlementListResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
} from "../../../src/types/http"
import { CATALOGUES } from "../../../src/messages"
import { Customer } from "../../helpers/account/customer"
import { HttpClient } from "../../helpers/store/http"
import { storeSuite } from "../../helpers/store/suite"

const ENTITLEMENTS = "/admin/discord/entitlements"
const HOUR_MS = 3_600_000
/** One more than are looked for. */
const TOO_MANY = 1_001

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

interface ErrorBody {
  type: string
  message: string
}

storeSuite("the list of who has access", (scene) => {
  const list = (query = "") =>
    scene().admin.send<AdminDiscordEntitlementListResponse>(`${ENTITLEMENTS}${query}`)
  const grant = async (customer: Customer, body: Partial<AdminGrantDiscordEntitlement> = {}) => {
    const { admin, store } = scene()
    const { entitlement } = await admin.send<AdminGrantDiscordEntitlementResponse>(ENTITLEMENTS, {
      body: { customer_id: customer.id, variant_id: store.variants.Silver, ...body },
    })
    return entitlement.id
  }
  const post = (path: string, body: object = {}) =>
    scene().admin.send(`${ENTITLEMENTS}/${path}`, { body })
  /** Whose they are, by the part of the e-mail address before the @. */
  const whoIn = (page: AdminDiscordEntitlementListResponse) =>
    page.entitlements.map(({ customer }) => customer?.email?.split("@")[0])
  const who = async (query: string) => whoIn(await list(query))

  /** Ada Lovelace and a guest have bought; the others were given access by hand, each of which stands in another way. */
  const fill = async () => {
    const { admin, baseUrl, newBuyer, setUp, settled, store } = scene()
    await setUp()
    const [ada, ben, cleo, dan] = await Promise.all(
      ["ada", "ben", "cleo", "dan"].map(async (name) => (await newBuyer(name)).customer),
    )
    if (!ada || !ben || !cleo || !dan) throw new Error("Nobody registered")
    const name = { first_name: "Ada", last_name: "Lovelace" }
    await admin.send(`/admin/customers/${ada.id}`, { body: name })
    const order = await ada.buy("Gold")
    await settled(order)
    const guest = Customer.guest(baseUrl, store, "gus@test.store")
    const guestOrder = await guest.buy("Bronze")
    await settled(guestOrder)
    const upcoming = await grant(ben, { starts_at: inHours(2), ends_at: inHours(4), note: "Won" })
    const suspended = await grant(cleo, { ends_at: inHours(30) })
    await post(`${suspended}/suspend`, { reason: "abuse", note: "Spam" })
    const ended = await grant(dan)
    await admin.send(`${ENTITLEMENTS}/${ended}`, { method: "DELETE" })
    return { ada, ben, order, guestOrder, upcoming, suspended, ended }
  }

  it("names whose it is, what it is to, and who or what gave it", async () => {
    const { store } = scene()
    const { ada, ben, order, upcoming } = await fill()
    const { entitlements } = await list()
    const of = (source_id: string) => entitlements.find((each) => each.source_id === source_id)
    expect(of(order)).toMatchObject({
      state: "active",
      active: true,
      customer: { id: ada.id, name: "Ada Lovelace", email: ada.email, has_account: true },
      variant: { id: store.variants.Gold, title: "Gold", product_id: store.productId },
      order: { id: order, display_id: expect.any(Number) as number },
      actor: null,
    })
    expect(of(upcoming)).toMatchObject({
      state: "upcoming",
      note: "Won",
      customer: { id: ben.id, name: null, email: ben.email, has_account: true },
      variant: { title: "Silver" },
      order: null,
      actor: { id: expect.stringMatching(/^user_/) as string, name: "admin@test.store" },
    })
    expect(entitlements.find(({ customer }) => customer?.email === "gus@test.store")).toMatchObject(
      { source: "order", customer: { name: null, has_account: false } },
    )
  })

  it("names nobody who is gone, and what is left of what was deleted", async () => {
    const { admin, store } = scene()
    const { ben, order, upcoming } = await fill()
    await admin.send(`/admin/customers/${ben.id}`, { method: "DELETE" })
    await admin.send(`/admin/products/${store.productId}/variants/${store.variants.Gold}`, {
      method: "DELETE",
    })
    const { entitlements } = await list(`?product_id=${store.productId}&source_id[]=${order}`)
    expect(entitlements).toMatchObject([
      { variant: { id: store.variants.Gold, title: null, product_id: null, product_title: null } },
    ])
    const { entitlements: given } = await list(`?id=${upcoming}`)
    expect(given).toMatchObject([{ customer: null, customer_id: ben.id }])
  })

  it("is counted by state, of all that is found otherwise", async () => {
    await fill()
    const all = await list()
    expect(all).toMatchObject({ count: 5, offset: 0, limit: 50, customers_cut: false })
    expect(all.counts).toEqual({ total: 5, active: 2, upcoming: 1, suspended: 1, ended: 1 })
    for (const [state, found] of [
      ["active", ["ada", "gus"]],
      ["upcoming", ["ben"]],
      ["suspended", ["cleo"]],
      ["ended", ["dan"]],
    ] as const) {
      const page = await list(`?state=${state}&order=starts_at`)
      expect([state, whoIn(page)]).toEqual([state, found])
      expect(page.entitlements.map((each) => each.state)).toEqual(found.map(() => state))
      expect([page.count, page.counts]).toEqual([found.length, all.counts])
    }
    const some = await list("?state[]=ended&state[]=suspended&source=manual&order=created_at")
    expect(whoIn(some)).toEqual(["cleo", "dan"])
    expect(some.count).toBe(2)
    expect(some.counts).toEqual({ total: 3, active: 0, upcoming: 1, suspended: 1, ended: 1 })
    expect((await list("?active=false")).count).toBe(3)
    expect((await list("?active=true&state=ended")).count).toBe(0)
  })

  it("is filtered by product, variant, source and end, and searched by name and e-mail address", async () => {
    const { store } = scene()
    const { ada } = await fill()
    const sorted = async (query: string) => (await who(query)).sort()
    expect(await sorted(`?product_id=${store.productId}&source=order`)).toEqual(["ada", "gus"])
    expect(
      await sorted(`?product_id=${store.productId}&variant_id=${store.variants.Gold}`),
    ).toEqual(["ada"])
    expect(await sorted("?product_id=prod_none")).toEqual([])
    expect(await sorted(`?variant_id[]=${store.variants.Gold}&variant_id[]=variant_none`)).toEqual([
      "ada",
    ])
    const soon = `ends_at[$gte]=${inHours(1)}&ends_at[$lte]=${inHours(10)}`
    expect(await sorted(`?${soon}`)).toEqual(["ben"])
    for (const [q, found] of [
      ["ADA@", ["ada"]],
      ["lovelace  ada", ["ada"]],
      ["ada babbage", []],
      ["gus@test.store", ["gus"]],
      ["%", []],
      ["_", []],
      ["test.store", ["ada", "ben", "cleo", "dan", "gus"]],
    ] as const) {
      expect([q, await sorted(`?q=${encodeURIComponent(q)}`)]).toEqual([q, found])
    }
    expect(await sorted(`?q=gus&customer_id=${ada.id}`)).toEqual([])
    const found = await list("?q=dan&state=active")
    expect([found.count, found.counts.ended]).toEqual([0, 1])
  })

  it("is sorted by beginning and by end, and told by the page", async () => {
    await fill()
    const byEnd = ["dan", "ben", "cleo"]
    expect((await who("?order=ends_at")).slice(0, 3)).toEqual(byEnd)
    expect((await who("?order=-ends_at")).slice(2)).toEqual([...byEnd].reverse())
    expect((await who("?order=-starts_at"))[0]).toBe("ben")
    expect((await who("?order=starts_at"))[0]).toBe("ada")
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => list(`?order=ends_at&limit=2&offset=${offset}`)),
    )
    expect(pages.map(({ count }) => count)).toEqual([5, 5, 5])
    expect(pages.flatMap(whoIn)).toEqual(await who("?order=ends_at"))
  })

  it("is downloaded as CSV: what the filter finds, in its order and in the language asked for", async () => {
    const { admin } = scene()
    const { ada, guestOrder, order } = await fill()
    const download = async (query: string, language = "en") => {
      const headers = { accept: "text/csv", "accept-language": language }
      const answer = await admin.raw<string>(`${ENTITLEMENTS}${query}`, { headers })
      expect(answer.headers.get("content-type")).toContain("text/csv")
      expect(answer.headers.get("content-disposition")).toContain("discord-access.csv")
      return answer.body.split("\r\n").slice(0, -1)
    }
    await admin.send(`/admin/customers/${ada.id}`, { body: { first_name: "=1+1" } })
    const [header, ...lines] = await download("?order=starts_at&source=order&limit=1")
    expect(header).toMatch(/^customer_name,customer_email,guest,product,variant,source,given_by,/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^"'=1\+1 Lovelace","ada@test.store","no",".+","Gold","order","#\d+",/)
    expect(lines[0]).toContain(order)
    expect(lines[1]).toMatch(/^"","gus@test.store","yes",/)
    expect(lines[1]).toContain(guestOrder)
    const [, suspended, ...others] = await download("?state=suspended", "de")
    expect(others).toEqual([])
    expect(suspended).toContain(`"${CATALOGUES.de.entitlement.abuse}","Spam"`)
    expect(await download("?q=nobody")).toHaveLength(1)
  })

  it("tells only what is asked for", async () => {
    await fill()
    const { entitlements } = await list("?fields=note,customer&state=upcoming")
    expect(entitlements).toMatchObject([{ note: "Won", customer: { email: "ben@test.store" } }])
    expect(entitlements[0]).not.toHaveProperty("variant")
    expect(entitlements[0]).not.toHaveProperty("source_id")
  })

  it("says when more customers fit than are looked at, and makes no file of a part", async () => {
    const { admin, container } = scene()
    const { suspended } = await fill()
    await container
      .resolve(Modules.CUSTOMER)
      .createCustomers(
        Array.from({ length: TOO_MANY }, (_, at) => ({ email: `crowd${at}@many.example` })),
      )
    expect(await list("?q=many.example")).toMatchObject({ count: 0, customers_cut: true })
    expect(await list("?q=cleo")).toMatchObject({
      customers_cut: false,
      entitlements: [{ id: suspended }],
    })
    const file = await admin.raw<ErrorBody>(`${ENTITLEMENTS}?q=many.example`, {
      headers: { accept: "text/csv" },
    })
    expect(file).toMatchObject({ status: 400, body: { type: "invalid_data" } })
    expect(file.body.message).toMatch(/1,?000/)
  })

  it("refuses what it does not know, in words", async () => {
    const { admin } = scene()
    for (const [query, word] of [
      ["state=lost", /^state: .*"active".*"ended"/],
      ["state[]=active&state[]=lost", /^state: [^;]*$/],
      ["source=gift", /^source: .*"order".*"manual"/],
      ["active=perhaps", /^active: .*"true"\|"false"/],
      ["suspended_reason=mood", /^suspended_reason: .*"abuse"/],
      ["ends_at=soon", /^ends_at: must be a date/],
      ["ends_at[$near]=2026-01-01", /^ends_at: must be a date.*\$gte/],
      ["created_at[$gte]=0000-01-01", /^created_at\[\$gte\]: must be a date.*1 to 9999/],
      ["limit=", /^limit: must be a whole number from 0 to 1000/],
      ["offset=", /^offset: must be a whole number/],
      ["limit=1e2", /^limit: /],
      ["q[a]=b", /^q: /],
      ["q[__proto__]=x", /names __proto__, which is no field/],
      ["toString=x", /names toString/],
      ["with_deleted=true", /with_deleted/],
      ["state=lost&source=gift&active=x&limit=", /limit: .*source: .*state: .*active: /],
      ["order=note", /order/],
      ["order=customer", /order/],
      ["q=", /q/],
      [`q=${"x".repeat(101)}`, /q/],
      ["ends_at[$gte]=soon", /^ends_at: must be a date/],
      ["limit=-1", /limit/],
      ["product=prod_1", /product/],
    ] as const) {
      const { status, body } = await admin.raw<ErrorBody>(`${ENTITLEMENTS}?${query}`)
      expect([query, status, body.type]).toEqual([query, 400, "invalid_data"])
      expect(body.message).toMatch(word)
    }
  })

  it("is for admins only", async () => {
    const { baseUrl, store } = scene()
    const stranger = Customer.guest(baseUrl, store, "eve@test.store")
    expect((await new HttpClient(baseUrl).raw(ENTITLEMENTS)).status).toBe(401)
    expect((await stranger.http.raw(ENTITLEMENTS)).status).toBe(401)
  })
})
