import continueDiscordBackfill from "../../../../src/jobs/continue-discord-backfill"
import { backfillOrdersWorkflow } from "../../../../src/workflows/sync"
import type {
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
  AdminPreviewProductDiscordRolesResponse,
} from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { SYNC_RUNS, type ErrorBody } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testBulkRuns(scene: () => Scene): void {
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
      const role = (name: "Gold" | "Silver") => ({
        role_id: discord.roles[name],
        name,
        color: expect.any(Number) as number,
        server_id: serverId,
        server_name: "Test Community",
      })
      const ada = {
        customer_id: customer.id,
        discord_user_id: userId,
        username: "ada",
        global_name: null,
      }
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
        roles: [
          {
            ...role("Gold"),
            gaining: 0,
            losing: 1,
            gaining_customers: [],
            losing_customers: [ada],
          },
          {
            ...role("Silver"),
            gaining: 1,
            losing: 0,
            gaining_customers: [ada],
            losing_customers: [],
          },
        ],
        dangerous_roles: [],
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
        variant_ids: [store.variants.Gold],
        products: [{ id: store.productId, title: expect.any(String) as string }],
      })
      expect((await post(`/${run?.id}/cancel`)).body).toMatchObject({ type: "not_allowed" })
      const wrong = await admin.raw<ErrorBody>(`${path}/preview`, {
        body: { variants: [{ variant_id: "variant_none", roles: [] }] },
      })
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toContain("variant_none")
    })

    it("a finished run of nobody is not among them", async () => {
      const { db, map, setUp } = scene()
      await setUp()
      await map({ Gold: ["Silver"] })
      await db("discord_sync_run").insert([
        { id: "dsync_nobody", kind: "role_mapping", status: "completed" },
        { id: "dsync_somebody", kind: "role_mapping", status: "completed", total: 1 },
        { id: "dsync_stopped", kind: "role_mapping", status: "canceled" },
      ])
      const { sync_runs, count } = await runs()
      expect(sync_runs.map(({ id }) => id).sort()).toEqual(["dsync_somebody", "dsync_stopped"])
      expect(count).toBe(2)
      const { admin } = scene()
      expect(
        (await admin.send<AdminDiscordSyncRunResponse>(`${SYNC_RUNS}/dsync_nobody`)).sync_run,
      ).toMatchObject({ total: 0, variant_ids: [], products: [] })
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
        const id = await service.syncRuns.beginBackfill(null, 2)
        const piece = { order_ids: [first], failed: 0, since: new Date() }
        await service.syncRuns.advanceBackfill(id, piece)
        return id
      }
      await begun()
      await continueDiscordBackfill(container)
      expect(await known()).toEqual([second])

      // Nobody else goes on with it while it is looked at.
      const held = await service.chores.alone("discord:order-backfill", async () => {
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
      const id = held?.result ?? ""
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
}
