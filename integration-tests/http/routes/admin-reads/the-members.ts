import type {
  AdminDiscordMembershipCountsResponse,
  AdminDiscordMembershipResponse,
  AdminRetryDiscordMembershipsResponse,
} from "../../../../src/types/http"
import { CATALOGUES } from "../../../../src/messages"
import type { Scene } from "../../../helpers/store/suite"
import { MEMBERSHIPS, type ErrorBody, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testTheMembers(scene: () => Scene): void {
  const { link, members } = helpersOf(scene)
  describe("the members", () => {
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

    it("are filtered by status, server, owner and name, and counted", async () => {
      const { serverId, held, absent, parked } = await fill()
      const all = await members()
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
        (await members(query)).memberships.map((each) => each.account.username).sort()
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
      expect(all.counts.moves).toEqual({ admin: 1, customer: 1, store: 0 })
      expect(await namesFor("?move=admin")).toEqual(["parked"])
      expect(await namesFor("?move[]=admin&move[]=customer")).toEqual(["absent", "parked"])
      expect(await namesFor("?move=store")).toEqual([])
      const { Bronze, Gold } = scene().discord.roles
      expect(await namesFor(`?role_id=${Bronze}`)).toEqual(["held"])
      expect(await namesFor(`?role_id[]=${Bronze}&role_id[]=${Gold}`)).toEqual(["held"])
      expect(await namesFor(`?role_id=${Gold}`)).toEqual([])
      const page = await members("?limit=1&offset=1")
      expect(page).toMatchObject({ count: 3, limit: 1, offset: 1 })
      expect(page.memberships).toHaveLength(1)
      const [waiting] = (await members("?status=waiting_for_admin")).memberships
      expect(waiting).toMatchObject({
        reason: expect.stringContaining("drag the bot's role above Gold") as string,
        error_owner: "admin",
        server: { id: serverId, name: "Test Community", status: "connected" },
        customer_ids: [parked.customer.id],
        roles: [{ name: "Gold", desired: true, held: false, state: "waiting" }],
      })
      expect((await members(`?q=${held.userId}`)).memberships[0]?.roles).toMatchObject([
        { name: "Bronze", state: "held" },
      ])
      const { counts } = await scene().admin.send<AdminDiscordMembershipCountsResponse>(
        `${MEMBERSHIPS}/counts?server_id=${serverId}`,
      )
      expect(counts).toEqual(all.counts)
    })

    it("are whose move it is, however they came to be so", async () => {
      const { admin, db, discord, newBuyer, setUp, settled } = scene()
      const serverId = await setUp()
      const { customer, userId } = await newBuyer("banned")
      await customer.connect(discord, userId)
      await discord.control.ban(discord.guildId, userId)
      await settled(await customer.buy("Bronze"))
      const standing = async () => {
        const { memberships, counts } = await members()
        const [member] = memberships
        const found = await members(member?.move ? `?move=${member.move}` : "")
        expect(found.count).toBe(1)
        expect(Object.values(counts.moves).reduce((sum, each) => sum + each)).toBe(
          member?.move ? counts.moves[member.move] : 0,
        )
        return [member?.status, member?.held_back, member?.move]
      }
      expect(await standing()).toEqual(["waiting_for_customer", false, "admin"])
      const row = (values: object) => db("discord_membership").update(values)
      await row({ status: "due", next_attempt_at: null })
      expect(await standing()).toEqual(["due", true, "admin"])
      await row({ status: "waiting_for_customer", error_code: "30001" })
      expect(await standing()).toEqual(["waiting_for_customer", false, "customer"])
      await db("discord_server").update({ status: "paused" })
      expect(await standing()).toEqual(["waiting_for_customer", false, "admin"])
      await row({ status: "synced", pending: true })
      expect(await standing()).toEqual(["synced", false, "customer"])
      await row({ status: "waiting_for_admin", pending: null })
      await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
      expect(await standing()).toEqual(["waiting_for_admin", false, null])
    })

    it("are sorted by name, by when they were seen and by the next attempt", async () => {
      const { db } = scene()
      await fill()
      const namesBy = async (order: string) =>
        (await members(`?order=${order}`)).memberships.map((each) => each.account.username)
      expect(await namesBy("name")).toEqual(["absent", "held", "parked"])
      expect(await namesBy("-name")).toEqual(["parked", "held", "absent"])
      const of = (username: string) =>
        db("discord_membership").whereIn(
          "account_id",
          db("discord_account").select("id").where({ username }),
        )
      const seen = (minutes: number) => new Date(Date.now() - minutes * 60_000)
      await of("held").update({ last_seen_at: seen(1) })
      await of("parked").update({ last_seen_at: seen(2) })
      await of("absent").update({ last_seen_at: null })
      expect(await namesBy("last_seen_at")).toEqual(["absent", "parked", "held"])
      expect(await namesBy("-last_seen_at")).toEqual(["held", "parked", "absent"])
      // Only the absent one is looked at again by itself.
      expect((await namesBy("next_attempt_at"))[0]).toBe("absent")
      expect((await namesBy("-next_attempt_at"))[0]).toBe("absent")
    })

    it("are downloaded as CSV: who the filter finds, in its order and in the language asked for", async () => {
      const { admin } = scene()
      await fill()
      const download = async (query: string, language = "en") => {
        const headers = { accept: "text/csv", "accept-language": language }
        const answer = await admin.raw<string>(`${MEMBERSHIPS}${query}`, { headers })
        expect(answer.headers.get("content-type")).toContain("text/csv")
        expect(answer.headers.get("content-disposition")).toContain("discord-members.csv")
        return answer.body.split("\r\n").slice(0, -1)
      }
      const [header, ...lines] = await download("?order=name&limit=1")
      expect(header).toMatch(/^name,username,discord_user_id,server_name,roles_held/)
      expect(lines.map((line) => line.split(",")[1])).toEqual(['"absent"', '"held"', '"parked"'])
      expect(lines[1]).toContain('"Test Community","Bronze","","synced",""')
      const [, parked, ...others] = await download("?move=admin", "de")
      expect(others).toEqual([])
      expect(parked).toContain('"","Gold","waiting_for_admin","admin"')
      const [words] = CATALOGUES.de.role.above_bot.split("{{")
      expect(parked).toContain(words)
    })

    it("are tried again one by one, and it says what became of them", async () => {
      const { admin, discord } = scene()
      const { absent } = await fill()
      const [waiting] = (await members("?status=waiting_for_join")).memberships
      await discord.control.addMember(discord.guildId, absent.userId)
      const answer = await admin.raw<AdminDiscordMembershipResponse>(
        `${MEMBERSHIPS}/${waiting?.id}/retry`,
        { method: "POST" },
      )
      expect(answer).toMatchObject({ status: 202, body: { membership: { id: waiting?.id } } })
      await discord.expectRoles(absent.userId, ["Bronze"])
    })

    it("are tried again all who wait, or those of one status", async () => {
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
      expect((await members(`?q=${parked.userId}`)).memberships).toMatchObject([
        { status: "waiting_for_admin" },
      ])
    })

    it("are checked again by name, whatever their status, a hundred at most", async () => {
      const { admin, discord, settled } = scene()
      const { serverId, held } = await fill()
      await discord.control.setMemberRoles(discord.guildId, held.userId, [])
      const ids = (await members()).memberships.map(({ id }) => id)
      const retry = (body: object) =>
        admin.raw<AdminRetryDiscordMembershipsResponse & ErrorBody>(`${MEMBERSHIPS}/retry`, {
          body,
        })
      expect(await retry({ ids: [...ids, "dmem_none"] })).toMatchObject({
        status: 202,
        body: { count: 3 },
      })
      await discord.expectRoles(held.userId, ["Bronze"])
      await settled()
      expect((await retry({ ids, server_id: ["dserv_none"] })).body).toEqual({ count: 0 })
      expect((await retry({ ids: ids.slice(1), server_id: serverId })).body).toEqual({ count: 2 })
      const many = await retry({ ids: Array.from({ length: 101 }, (_, at) => `dmem_${at}`) })
      expect(many.status).toBe(400)
      expect(many.body.message).toMatch(/ids.*100/)
      expect((await retry({ ids: [] })).status).toBe(400)
    })

    it("refuse what they do not know, in words", async () => {
      const { admin } = scene()
      const wrong = await admin.raw<ErrorBody>(`${MEMBERSHIPS}?status=lost&colour=red`)
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toMatch(/status.*colour/s)
      for (const query of ["move=nobody", "order=colour"]) {
        expect([query, (await admin.raw(`${MEMBERSHIPS}?${query}`)).status]).toEqual([query, 400])
      }
      const gone = await admin.raw<ErrorBody>(`${MEMBERSHIPS}/dmem_none/retry`, { method: "POST" })
      expect(gone).toMatchObject({ status: 404, body: { type: "not_found" } })
      const body = await admin.raw<ErrorBody>(`${MEMBERSHIPS}/retry`, { body: { status: ["x"] } })
      expect(body.status).toBe(400)
    })
  })
}
