import type {
  AdminDiscordMembershipCountsResponse,
  AdminDiscordMembershipResponse,
  AdminRetryDiscordMembershipsResponse,
} from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { MEMBERSHIPS, type ErrorBody, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testTheQueue(scene: () => Scene): void {
  const { link, queue } = helpersOf(scene)
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
}
