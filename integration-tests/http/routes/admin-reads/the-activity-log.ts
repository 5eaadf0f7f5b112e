import { CATALOGUES, render, say } from "../../../../src/messages"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { ACTIVITY, type ErrorBody, helpersOf } from "./shared"

/** What the admin is called: no name was given. */
const ADMIN = "admin@test.store"

/** @see ../admin-reads.spec.ts */
export function testTheActivityLog(scene: () => Scene): void {
  const { orderPage, link, activity } = helpersOf(scene)
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
      for (const query of [`order_id=${display_id}`, `order_id=%23${display_id}`]) {
        expect([query, await only(query)]).toEqual([query, ["ada"]])
      }
      expect(await only(`customer_id=${encodeURIComponent(ada.customer.email)}`)).toEqual(["ada"])
      expect(await only("order_id=999999&customer_id=nobody@test.store")).toEqual([])
      expect(await only("member=ad")).toEqual(["ada"])
      expect(await only(`member=${ada.userId}`)).toEqual(["ada"])
      expect(await only("role=GOL")).toEqual(["bea", "ada"])
      expect(await only("role=Silver")).toEqual([])
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

    it.each([
      ["created_at=2026-11-02", ["b"]],
      ["created_at[$eq]=2026-11-02", ["b"]],
      ["created_at[$ne]=2026-11-02", ["c", "a"]],
      ["created_at[$gt]=2026-11-02", ["c"]],
      ["created_at[$gte]=2026-11-02", ["c", "b"]],
      ["created_at[$lt]=2026-11-02", ["a"]],
      ["created_at[$lte]=2026-11-02", ["b", "a"]],
      ["created_at[$gt]=2026-11-01&created_at[$lt]=2026-11-03", ["b"]],
    ])("takes Medusa's operators on time: %s", async (query, found) => {
      await scene()
        .db("discord_activity_entry")
        .insert(
          ["a", "b", "c"].map((message, day) => ({
            id: `dact_${message}`,
            action: "waiting",
            message,
            created_at: `2026-11-0${day + 1}T00:00:00Z`,
          })),
        )
      const { activity: entries, count } = await activity(`?action=waiting&${query}`)
      expect(entries.map(({ message }) => message)).toEqual(found)
      expect(count).toBe(found.length)
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

    it("says what it says by code, and downloads it in the language that is asked for", async () => {
      const { admin, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await link(customer.id, userId)
      const { activity: entries } = await activity("?action=account_linked")
      const [entry] = entries
      const actor_id = entry?.message_detail?.params.actor_id as string
      expect(actor_id).toMatch(/^user_/)
      expect(entry).toMatchObject({
        message: `Linked by ${actor_id}`,
        message_detail: {
          code: "activity.linked_by",
          params: { actor_id },
          message: `Linked by ${actor_id}`,
        },
        named_message: `Linked by ${ADMIN}`,
        named_message_detail: { code: "activity.linked_by", params: { actor_id: ADMIN } },
      })
      const download = (language: string) =>
        admin.raw<string>(`${ACTIVITY}?action=account_linked`, {
          headers: { accept: "text/csv", "accept-language": language },
        })
      expect((await download("de-AT,de;q=0.9")).body).toContain(
        render(say("activity.linked_by", { actor_id: ADMIN }), CATALOGUES.de),
      )
      expect((await download("fr")).body).toContain(`"Linked by ${ADMIN}"`)
      expect((await download("de")).body).toContain('"activity.linked_by"')
    })

    it("says why a request is not carried out by code, too", async () => {
      const answer = await scene().admin.raw<ErrorBody>("/admin/customers/cus_none/discord")
      const message = "Customer cus_none was not found"
      expect(answer).toMatchObject({
        status: 404,
        body: {
          type: "not_found",
          code: "refusal.customer_not_found",
          message,
          message_detail: {
            code: "refusal.customer_not_found",
            params: { id: "cus_none" },
            message,
          },
        },
      })
    })
  })
}
