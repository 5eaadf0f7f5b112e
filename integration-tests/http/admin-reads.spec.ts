import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import continueDiscordBackfill from "../../src/jobs/continue-discord-backfill"
import { backfillOrdersWorkflow } from "../../src/workflows/sync"
import type {
  AdminCustomerDiscordResponse,
  AdminDiscordActivityListResponse,
  AdminDiscordMembershipCountsResponse,
  AdminDiscordMembershipListResponse,
  AdminDiscordMembershipResponse,
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
  AdminOrderDiscordResponse,
  AdminPreviewProductDiscordRolesResponse,
  AdminRetryDiscordMembershipsResponse,
} from "../../src/types/http"
import { Customer } from "../helpers/customer"
import { eventually } from "../helpers/eventually"
import { HttpClient } from "../helpers/http"
import { storeSuite } from "../helpers/suite"

const ACTIVITY = "/admin/discord/activity"
const MEMBERSHIPS = "/admin/discord/memberships"
const SYNC_RUNS = "/admin/discord/sync-runs"
const UNKNOWN_USER = "999999999999999999"

interface ErrorBody {
  type: string
  message: string
}

storeSuite("what the dashboard reads", (scene) => {
  const orderPage = (id: string) =>
    scene().admin.send<AdminOrderDiscordResponse>(`/admin/orders/${id}/discord`)
  const customerPage = (id: string) =>
    scene().admin.send<AdminCustomerDiscordResponse>(`/admin/customers/${id}/discord`)
  const link = (customerId: string, discord_user_id: string) =>
    scene().admin.raw<AdminCustomerDiscordResponse & ErrorBody>(
      `/admin/customers/${customerId}/discord/account`,
      { body: { discord_user_id } },
    )
  const queue = (query = "") =>
    scene().admin.send<AdminDiscordMembershipListResponse>(`${MEMBERSHIPS}${query}`)
  const activity = (query: string) =>
    scene().admin.send<AdminDiscordActivityListResponse>(`${ACTIVITY}${query}`)

  describe("an order", () => {
    it("says what it gives and that its customer has not connected Discord", async () => {
      const { discord, newBuyer, settled, setUp, store } = scene()
      const serverId = await setUp()
      const { customer } = await newBuyer("ada")
      const order = await customer.buy("Gold")
      await settled(order)
      const page = await orderPage(order)
      expect(page).toMatchObject({
        order_id: order,
        customer: { id: customer.id, email: customer.email, has_account: true },
        linked: false,
        account: null,
        memberships: [],
      })
      expect(page.entitlements).toMatchObject([
        {
          source: "order",
          source_id: order,
          display_id: expect.any(Number) as number,
          active: true,
          variant: {
            id: store.variants.Gold,
            title: "Gold",
            product_id: store.productId,
            product_title: "Community membership",
          },
          roles: [
            {
              role_id: discord.roles.Gold,
              name: "Gold",
              server: { id: serverId, name: "Test Community" },
              membership_id: null,
              desired: true,
              held: false,
              state: "waiting",
              reason: "The customer has not connected Discord yet.",
              last_answer: null,
            },
          ],
        },
      ])
    })

    it("says who holds its roles, and what Discord last answered", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      const page = await orderPage(order)
      expect(page).toMatchObject({
        linked: true,
        account: { discord_user_id: userId, username: "ada", status: "linked" },
        memberships: [{ status: "synced", reason: null, customer_ids: [customer.id] }],
      })
      expect(page.entitlements[0]?.roles).toMatchObject([
        {
          state: "held",
          held: true,
          reason: null,
          last_answer: { action: "member_joined", discord_status: 201, discord_code: null },
        },
      ])
    })

    it("says that a cancelled order gives nothing any more", async () => {
      const { cancel, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      await cancel(order)
      await discord.expectRoles(userId, [])
      await settled(order)
      const page = await orderPage(order)
      expect(page.entitlements).toMatchObject([
        { active: false, ended_reason: expect.any(String) as string, roles: [{ state: "ended" }] },
      ])
    })

    it("is 404 when there is no such order", async () => {
      const answer = await scene().admin.raw<ErrorBody>("/admin/orders/order_none/discord")
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    })
  })

  describe("a customer", () => {
    it("shows for each role the chain from the order to Discord's last answer", async () => {
      const { discord, map, newBuyer, settled, setUp, store } = scene()
      await setUp()
      await map({ Silver: ["Gold"] })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const first = await customer.buy("Gold")
      const second = await customer.buy("Silver")
      await settled(first)
      await settled(second)
      const page = await customerPage(customer.id)
      expect(page.account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        can_join: true,
        linked_at: expect.stringMatching(/^\d{4}-/) as string,
      })
      expect(page.entitlements).toHaveLength(2)
      expect(page.memberships).toMatchObject([{ roles: [{ name: "Gold", state: "held" }] }])
      expect(page.roles).toMatchObject([
        {
          name: "Gold",
          state: "held",
          last_answer: { discord_status: 201 },
          why: [
            { source_id: first, variant: { id: store.variants.Gold, title: "Gold" } },
            { source_id: second, variant: { id: store.variants.Silver, title: "Silver" } },
          ],
        },
      ])
    })

    it("shows a role that Discord refused, with the reason in words", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(1)
      await admin.send(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const page = await customerPage(customer.id)
      expect(page.roles).toMatchObject([
        {
          name: "Gold",
          state: "waiting",
          held: false,
          reason: expect.stringContaining("drag the bot's role above Gold") as string,
        },
      ])
    })

    it("is 404 when there is no such customer", async () => {
      const answer = await scene().admin.raw<ErrorBody>("/admin/customers/cus_none/discord")
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    })
  })

  describe("linking by Discord user id", () => {
    it("gives the roles to who is in the server already", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await settled(await customer.buy("Gold"))
      const answer = await link(customer.id, userId)
      expect(answer.status).toBe(200)
      expect(answer.body.account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        can_join: false,
      })
      await discord.expectRoles(userId, ["Gold"])
      expect(await discord.callsFor(userId)).not.toContain("PUT /guilds/:guild/members/:user")
    })

    it("says in words that a user who is not in the server has to join", async () => {
      const { discord, membershipOf, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      await link(customer.id, userId)
      await eventually(async () =>
        expect((await membershipOf(userId))?.status).toBe("waiting_for_join"),
      )
      expect((await customerPage(customer.id)).roles).toMatchObject([
        { name: "Gold", state: "waiting", reason: expect.stringContaining("join") as string },
      ])
      expect(await discord.rolesOf(userId)).toBeNull()
    })

    it("refuses a user who is another registered customer, and changes nothing", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer: owner, userId } = await newBuyer("ada")
      await owner.connect(discord, userId)
      const { customer } = await newBuyer("bea")
      const answer = await link(customer.id, userId)
      expect(answer).toMatchObject({
        status: 409,
        body: {
          type: "conflict",
          message: expect.stringContaining("connected to another customer") as string,
        },
      })
      expect((await customerPage(customer.id)).account).toBeNull()
      expect((await customerPage(owner.id)).account).toMatchObject({ can_join: true })
    })

    it("keeps what the same user consented to before", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const answer = await link(customer.id, userId)
      expect(answer.body.account).toMatchObject({ can_join: true })
    })

    it.each([
      ["a user Discord does not know", UNKNOWN_USER, 404, "Copy User ID"],
      ["what is no id", "ada", 400, "17 to 20 digits"],
    ])("refuses %s and says where to find the id", async (_name, id, status, words) => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const answer = await link(customer.id, id)
      expect(answer.status).toBe(status)
      expect(answer.body.message).toContain(words)
    })

    it("unlinks again: the roles go, and a second time there is nothing to end", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await settled(await customer.buy("Gold"))
      await link(customer.id, userId)
      await discord.expectRoles(userId, ["Gold"])
      const path = `/admin/customers/${customer.id}/discord/account`
      expect(await admin.send(path, { method: "DELETE" })).toEqual({
        id: customer.id,
        object: "discord_account",
        deleted: true,
      })
      await discord.expectRoles(userId, [])
      expect((await admin.raw(path, { method: "DELETE" })).status).toBe(404)
      expect((await customerPage(customer.id)).account).toBeNull()
    })
  })

  describe("the queue", () => {
    /** One member who holds Gold, one who is not in the server, one whose role is out of the bot's reach. */
    const fill = async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      const serverId = await setUp()
      const [held, absent, parked] = [
        await newBuyer("held"),
        await newBuyer("absent"),
        await newBuyer("parked"),
      ]
      await held.customer.connect(discord, held.userId)
      await settled(await held.customer.buy("Bronze"))
      await discord.moveBot(2)
      await admin.send(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
      await parked.customer.connect(discord, parked.userId)
      await settled(await parked.customer.buy("Gold"))
      await settled(await absent.customer.buy("Bronze"))
      await link(absent.customer.id, absent.userId)
      await settled()
      return { serverId, held, absent, parked }
    }

    it("is filtered by status, server, owner and name, and counted", async () => {
      const { serverId, held, absent, parked } = await fill()
      const all = await queue()
      expect(all).toMatchObject({ count: 3, offset: 0, limit: 20 })
      expect(all.counts).toMatchObject({
        synced: 1,
        waiting_for_join: 1,
        waiting_for_admin: 1,
        due: 0,
        held_back: 0,
        total: 3,
      })
      const namesFor = async (query: string) =>
        (await queue(query)).memberships.map((each) => each.account.username).sort()
      expect(await namesFor("?status=synced")).toEqual(["held"])
      expect(await namesFor("?status[]=waiting_for_join&status[]=waiting_for_admin")).toEqual([
        "absent",
        "parked",
      ])
      expect(await namesFor("?error_owner=admin")).toEqual(["parked"])
      expect(await namesFor(`?server_id=${serverId}&q=PARK`)).toEqual(["parked"])
      expect(await namesFor(`?q=${absent.userId}`)).toEqual(["absent"])
      expect(await namesFor("?q=%25")).toEqual([])
      expect(await namesFor("?server_id=dserv_none")).toEqual([])
      const page = await queue("?limit=1&offset=1")
      expect(page).toMatchObject({ count: 3, limit: 1, offset: 1 })
      expect(page.memberships).toHaveLength(1)
      const [waiting] = (await queue("?status=waiting_for_admin")).memberships
      expect(waiting).toMatchObject({
        reason: expect.stringContaining("drag the bot's role above Gold") as string,
        error_owner: "admin",
        server: { id: serverId, name: "Test Community", status: "connected" },
        customer_ids: [parked.customer.id],
        roles: [{ name: "Gold", desired: true, held: false, state: "waiting" }],
      })
      expect((await queue(`?q=${held.userId}`)).memberships[0]?.roles).toMatchObject([
        { name: "Bronze", state: "held" },
      ])
      const { counts } = await scene().admin.send<AdminDiscordMembershipCountsResponse>(
        `${MEMBERSHIPS}/counts?server_id=${serverId}`,
      )
      expect(counts).toEqual(all.counts)
    })

    it("retries one member, and says what became of them", async () => {
      const { admin, discord } = scene()
      const { absent } = await fill()
      const [waiting] = (await queue("?status=waiting_for_join")).memberships
      await discord.control.addMember(discord.guildId, absent.userId)
      const answer = await admin.raw<AdminDiscordMembershipResponse>(
        `${MEMBERSHIPS}/${waiting?.id}/retry`,
        { method: "POST" },
      )
      expect(answer).toMatchObject({ status: 202, body: { membership: { id: waiting?.id } } })
      await discord.expectRoles(absent.userId, ["Bronze"])
    })

    it("retries all who wait, or those of one status", async () => {
      const { admin, discord, settled } = scene()
      const { absent, parked } = await fill()
      await discord.control.addMember(discord.guildId, absent.userId)
      const retry = (body: object) =>
        admin.send<AdminRetryDiscordMembershipsResponse>(`${MEMBERSHIPS}/retry`, { body })
      expect(await retry({ server_id: "dserv_none" })).toEqual({ count: 0 })
      expect(await retry({ status: ["waiting_for_join"] })).toEqual({ count: 1 })
      await discord.expectRoles(absent.userId, ["Bronze"])
      await settled()
      expect(await retry({})).toEqual({ count: 1 })
      await settled()
      expect((await queue(`?q=${parked.userId}`)).memberships).toMatchObject([
        { status: "waiting_for_admin" },
      ])
    })

    it("refuses what it does not know, in words", async () => {
      const { admin } = scene()
      const wrong = await admin.raw<ErrorBody>(`${MEMBERSHIPS}?status=lost&colour=red`)
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toMatch(/status.*colour/s)
      const gone = await admin.raw<ErrorBody>(`${MEMBERSHIPS}/dmem_none/retry`, { method: "POST" })
      expect(gone).toMatchObject({ status: 404, body: { type: "not_found" } })
      const body = await admin.raw<ErrorBody>(`${MEMBERSHIPS}/retry`, { body: { status: ["x"] } })
      expect(body.status).toBe(400)
    })
  })

  describe("the activity log", () => {
    const story = async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      const serverId = await setUp()
      const [ada, bea] = [await newBuyer("ada"), await newBuyer("bea")]
      const orders: string[] = []
      for (const { customer, userId } of [ada, bea]) {
        await customer.connect(discord, userId)
        const order = await customer.buy("Gold")
        await settled(order)
        orders.push(order)
      }
      return { serverId, ada, bea, orders }
    }
    const actionsFor = async (query: string) =>
      (await activity(query)).activity.map((entry) => entry.action)

    it("is searched by customer, Discord name and order", async () => {
      const { ada, orders, serverId } = await story()
      const [order = ""] = orders
      const { display_id } = (await orderPage(order)).entitlements[0] ?? {}
      const joined = `action=member_joined`
      const only = async (query: string) =>
        (await activity(`?${joined}&${query}`)).activity.map((entry) => entry.username)
      expect(await only("")).toEqual(["bea", "ada"])
      expect(await only("order=created_at")).toEqual(["ada", "bea"])
      expect(await only(`customer_id=${ada.customer.id}`)).toEqual(["ada"])
      expect(await only(`order_id=${order}`)).toEqual(["ada"])
      for (const words of ["AD", ada.userId, ada.customer.email, order, `#${display_id}`]) {
        expect([words, await only(`q=${encodeURIComponent(words)}`)]).toEqual([words, ["ada"]])
      }
      expect(await only("q=nobody")).toEqual([])
      expect(await only(`server_id=${serverId}`)).toHaveLength(2)
      expect((await activity(`?${joined}`)).activity[0]).toMatchObject({
        outcome: "ok",
        server_name: "Test Community",
        role_name: "Gold",
      })
    })

    it("is filtered by outcome and time, and paged", async () => {
      const { ada } = await story()
      const { discord, settled, map } = scene()
      await discord.control.addFault({
        method: "PUT",
        route: "/guilds/:guild/members/:user/roles/:role",
        status: 403,
        code: 50013,
        times: 1,
      })
      await map({ Bronze: ["Bronze"] })
      await ada.customer.buy("Bronze")
      await eventually(async () =>
        expect(await actionsFor("?outcome=failed")).toContain("sync_failed"),
      )
      await settled()
      expect(await actionsFor("?outcome=ok")).not.toContain("sync_failed")
      const { count } = await activity("")
      const soon = new Date(Date.now() + 60_000).toISOString()
      expect(await activity(`?created_at[$gte]=${soon}`)).toMatchObject({ count: 0, activity: [] })
      expect(await activity(`?created_at[$lte]=${soon}&limit=2&offset=1`)).toMatchObject({
        count,
        limit: 2,
        offset: 1,
      })
      const wrong = await scene().admin.raw<ErrorBody>(`${ACTIVITY}?action=danced`)
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toContain("action")
    })

    it("is downloaded as CSV: every row, and no cell a spreadsheet would run", async () => {
      await story()
      const { admin, db } = scene()
      await db("discord_activity_entry").insert(
        Array.from({ length: 1_203 }, (_, i) => ({
          id: `dact_bulk_${i}`,
          action: "waiting",
          message: i === 0 ? '=HYPERLINK("http://evil")' : 'said "no",\nthen left',
        })),
      )
      const { count } = await activity("?limit=1")
      const answer = await admin.raw<string>(ACTIVITY, { headers: { accept: "text/csv" } })
      expect(answer.headers.get("content-type")).toContain("text/csv")
      expect(answer.headers.get("content-disposition")).toContain("discord-activity.csv")
      const lines = answer.body.split("\r\n")
      expect(lines[0]).toMatch(/^created_at,action,outcome,server_name,username/)
      expect(lines.slice(1, -1)).toHaveLength(count)
      expect(new Set(lines.slice(1, -1).map((line) => line.split(",").at(-1))).size).toBe(count)
      expect(answer.body).toContain(`"'=HYPERLINK(""http://evil"")"`)
      expect(answer.body).toContain(`"said ""no"",\nthen left"`)
      const some = await admin.raw<string>(`${ACTIVITY}?action=member_joined`, {
        headers: { accept: "text/csv" },
      })
      expect(some.body.split("\r\n").slice(1, -1)).toHaveLength(2)
    })
  })

  describe("bulk runs", () => {
    const runs = (query = "") =>
      scene().admin.send<AdminDiscordSyncRunListResponse>(`${SYNC_RUNS}${query}`)
    const post = (path: string) =>
      scene().admin.raw<AdminDiscordSyncRunResponse & ErrorBody>(`${SYNC_RUNS}${path}`, {
        method: "POST",
      })
    const backfill = () =>
      scene().admin.raw<AdminDiscordSyncRunResponse & ErrorBody>(SYNC_RUNS, {
        body: { kind: "order_backfill" },
      })

    it("an edited mapping brings those who bought up to date, and is a run to watch", async () => {
      const { admin, discord, map, newBuyer, settled, setUp, store } = scene()
      const serverId = await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const body = {
        variants: [
          { variant_id: store.variants.Gold, roles: [{ role_id: discord.roles.Silver }] },
          { variant_id: store.variants.Bronze, roles: [{ role_id: discord.roles.Bronze }] },
        ],
      }
      const path = `/admin/products/${store.productId}/discord-roles`
      expect(
        await admin.send<AdminPreviewProductDiscordRolesResponse>(`${path}/preview`, { body }),
      ).toEqual({
        variant_ids: [store.variants.Gold],
        customers: 1,
        unlinked_customers: 0,
        servers: [
          {
            server_id: serverId,
            server_name: "Test Community",
            members: 1,
            gaining: 1,
            losing: 1,
          },
        ],
      })
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await map({ Gold: ["Silver"], Bronze: ["Bronze"] })
      await discord.expectRoles(userId, ["Silver"])
      await settled()
      const [run] = (await runs("?kind=role_mapping")).sync_runs
      expect(run).toMatchObject({
        status: "completed",
        total: 1,
        done: 1,
        added: 1,
        removed: 1,
        failed: 0,
        message: "Done.",
        actor_id: expect.stringMatching(/^user_/) as string,
      })
      expect((await post(`/${run?.id}/cancel`)).body).toMatchObject({ type: "not_allowed" })
      const wrong = await admin.raw<ErrorBody>(`${path}/preview`, {
        body: { variants: [{ variant_id: "variant_none", roles: [] }] },
      })
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toContain("variant_none")
    })

    it("the backfill reads orders from before the plugin, and gives what they say", async () => {
      const { db, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const people = [await newBuyer("ada"), await newBuyer("bea")]
      for (const { customer, userId } of people) {
        await customer.connect(discord, userId)
        await settled(await customer.buy("Gold"))
      }
      // As if the plugin had not been there: nothing is known of the orders, and nobody was given anything.
      await db("discord_role_grant").delete()
      await db("discord_membership").delete()
      await db("discord_entitlement").delete()
      for (const { userId } of people) {
        await discord.control.setMemberRoles(discord.guildId, userId, [])
      }
      const started = await backfill()
      expect(started).toMatchObject({
        status: 202,
        body: { sync_run: { kind: "order_backfill", total: 2, can_resume: false } },
      })
      for (const { userId } of people) {
        await discord.expectRoles(userId, ["Gold"])
      }
      await eventually(async () =>
        expect((await runs("?kind=order_backfill")).sync_runs).toMatchObject([
          { status: "completed", total: 2, done: 2, added: 2, removed: 0, failed: 0 },
        ]),
      )
      await settled()
      expect((await backfill()).status).toBe(202)
      await eventually(async () =>
        expect((await runs("?kind=order_backfill&limit=1")).sync_runs).toMatchObject([
          { status: "completed", done: 2, added: 0 },
        ]),
      )
    })

    it("a backfill whose process died goes on from its cursor; a canceled one when it is resumed", async () => {
      const { container, db, newBuyer, service, settled, setUp } = scene()
      await setUp()
      const { customer } = await newBuyer("ada")
      const orders = [await customer.buy("Gold"), await customer.buy("Silver")].sort()
      await Promise.all(orders.map((order) => settled(order)))
      const [first = "", second = ""] = orders
      const known = () =>
        db("discord_entitlement").orderBy("source_id").pluck<string[]>("source_id")
      /** As a process leaves it that dies after the first order. */
      const begun = async () => {
        await db("discord_entitlement").delete()
        const id = await service.bulkRuns.beginBackfill(null, 2)
        const piece = { order_ids: [first], failed: 0, since: new Date() }
        await service.bulkRuns.advanceBackfill(id, piece)
        return id
      }
      await begun()
      await continueDiscordBackfill(container)
      expect(await known()).toEqual([second])

      // Nobody else goes on with it while it is looked at.
      const locking = container.resolve(Modules.LOCKING)
      const id = await locking.execute("discord:order-backfill", async () => {
        const id = await begun()
        expect(await backfill()).toMatchObject({
          status: 409,
          body: {
            type: "conflict",
            message: expect.stringContaining("Orders are being read already") as string,
          },
        })
        expect((await post(`/${id}/cancel`)).body.sync_run).toMatchObject({
          status: "canceled",
          done: 1,
          can_resume: true,
          message: expect.stringContaining("until the run is resumed") as string,
        })
        return id
      })
      await backfillOrdersWorkflow(container).run()
      expect(await known()).toEqual([])
      expect((await post(`/${id}/resume`)).status).toBe(202)
      await eventually(async () => expect(await known()).toEqual([second]))
      await eventually(async () =>
        expect((await runs("?kind=order_backfill&limit=1")).sync_runs).toMatchObject([
          { id, status: "completed", done: 2, total: 2 },
        ]),
      )
    })

    it("refuses what it does not know, in words", async () => {
      const { admin } = scene()
      expect((await admin.raw(`${SYNC_RUNS}/dsync_none`)).status).toBe(404)
      expect((await post("/dsync_none/cancel")).status).toBe(404)
      expect((await post("/dsync_none/resume")).status).toBe(404)
      expect((await admin.raw(`${SYNC_RUNS}?kind=magic`)).status).toBe(400)
      expect((await admin.raw(SYNC_RUNS, { body: { kind: "reconcile" } })).status).toBe(400)
    })
  })

  it("is read by query.graph from the variant, the customer and the order", async () => {
    const { container, discord, newBuyer, settled, setUp, store } = scene()
    await setUp()
    const { customer, userId } = await newBuyer("ada")
    await customer.connect(discord, userId)
    const order = await customer.buy("Gold")
    await settled(order)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const one = async (entity: string, fields: string[], id: string): Promise<unknown> =>
      (await query.graph({ entity, fields, filters: { id } })).data[0]
    expect(
      await one(
        "product_variant",
        ["id", "discord_roles.*", "discord_roles.role.*"],
        store.variants.Gold,
      ),
    ).toMatchObject({ discord_roles: [{ role: { role_id: discord.roles.Gold, name: "Gold" } }] })
    expect(
      await one(
        "customer",
        ["id", "discord_account.*", "discord_account.memberships.*"],
        customer.id,
      ),
    ).toMatchObject({
      discord_account: { discord_user_id: userId, memberships: [{ status: "synced" }] },
    })
    expect(await one("order", ["id", "discord_entitlements.*"], order)).toMatchObject({
      discord_entitlements: [
        { source: "order", source_id: order, variant_id: store.variants.Gold },
      ],
    })
  })

  it("answers nobody who is not an admin", async () => {
    const { baseUrl, store } = scene()
    const stranger = Customer.guest(baseUrl, store, "eve@test.store")
    for (const path of [
      "/admin/orders/order_1/discord",
      "/admin/customers/cus_1/discord",
      MEMBERSHIPS,
      `${MEMBERSHIPS}/counts`,
      ACTIVITY,
      SYNC_RUNS,
    ]) {
      expect((await new HttpClient(baseUrl).raw(path)).status).toBe(401)
      expect((await stranger.http.raw(path)).status).toBe(401)
    }
  })
})
