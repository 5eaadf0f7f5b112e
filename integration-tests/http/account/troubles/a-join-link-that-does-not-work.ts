import { eventually } from "../../../helpers/eventually"
import { HttpClient, type HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { INVITE, invitesMade, joinPathOf } from "./join-links"
import { outsider } from "./shared"

const CHANNELS = { method: "GET", route: "/guilds/:guild/channels" }
const HOUR_MS = 60 * 60_000

/** @see ../troubles.spec.ts */
export function testAJoinLinkThatDoesNotWork(scene: () => Scene): void {
  describe("a join link that does not work says why, and makes no invitation", () => {
    const open = (path: string): Promise<HttpAnswer<string>> =>
      new HttpClient(scene().baseUrl).raw<string>(path)

    it("is one that was changed, cut short, or made up", async () => {
      const path = await joinPathOf(await outsider(scene()))
      const token = new URLSearchParams(path.split("?")[1]).get("token") ?? ""
      const [server = "", customer = "", ...rest] = token.split(".")
      for (const wrong of [
        token.slice(0, -1),
        [server, "cus_other", ...rest].join("."),
        [customer, server, ...rest].join("."),
        "x",
        "....",
      ]) {
        const { status, body } = await open(`/discord/join?token=${wrong}`)
        expect([status, body]).toEqual([400, expect.stringContaining("has expired")])
      }
      expect((await open("/discord/join")).body).toContain("This is not a link into a server")
      expect(await invitesMade(scene())).toBe(0)
    })

    it("is one that is older than two hours, and none that is younger than one", async () => {
      const path = await joinPathOf(await outsider(scene()))
      const now = Date.now()
      const clock = jest.spyOn(Date, "now")
      try {
        clock.mockImplementation(() => now + 2 * HOUR_MS)
        const { status, body } = await open(path)
        expect([status, body]).toEqual([400, expect.stringContaining("has expired")])
      } finally {
        clock.mockRestore()
      }
      expect((await open(path)).status).toBe(303)
    })

    it("is one of somebody who was banned meanwhile, or whose access has ended", async () => {
      const { cancel, db } = scene()
      const buyer = await outsider(scene())
      const path = await joinPathOf(buyer)
      await db("discord_membership").update({ error_code: "40007" })
      const banned = await open(path)
      expect([banned.status, banned.body]).toEqual([400, expect.stringContaining("is banned")])
      const [order] = await db<{ source_id: string }>("discord_entitlement").select("source_id")
      await cancel(order?.source_id ?? "")
      await eventually(async () => expect((await buyer.customer.access()).servers).toEqual([]))
      const over = await open(path)
      expect([over.status, over.body]).toEqual([400, expect.stringContaining("gives you a role")])
      expect(await invitesMade(scene())).toBe(0)
    })

    it.each([
      ["the bot may invite nobody", INVITE, { status: 403, code: 50013 }],
      ["the server has as many invitations as it may", INVITE, { status: 400, code: 30016 }],
      ["the bot was removed", CHANNELS, { status: 403, code: 50001 }],
      ["the server was deleted", CHANNELS, { status: 404, code: 10004 }],
      ["the bot's owner has no two-factor authentication", INVITE, { status: 403, code: 60003 }],
    ])("is one where %s: the store is to be asked", async (_why, call, fault) => {
      const path = await joinPathOf(await outsider(scene()))
      await scene().discord.control.addFault({ ...call, ...fault })
      const { status, body } = await open(path)
      expect([status, body]).toEqual([
        400,
        expect.stringContaining("The store cannot invite you to Test Community"),
      ])
    })

    it.each([
      ["does not answer", { status: 503 }],
      ["answers something else", { status: 200, body: "{}" }],
      ["answers null", { status: 200, body: "null" }],
    ])("is one while Discord %s: it is to be tried again", async (_why, fault) => {
      const path = await joinPathOf(await outsider(scene()))
      await scene().discord.control.addFault({ ...CHANNELS, ...fault })
      const { status, body } = await open(path)
      expect([status, body]).toEqual([500, expect.stringContaining("Discord did not answer")])
    })

    it("is one while Discord wants to be asked later: when is said at once, not waited for", async () => {
      const { discord } = scene()
      const path = await joinPathOf(await outsider(scene()))
      await discord.control.addFault({
        ...CHANNELS,
        status: 429,
        headers: { "X-RateLimit-Scope": "user", "Retry-After": "90" },
        body: JSON.stringify({ message: "Slow down", retry_after: 90, global: false }),
        times: 1,
      })
      const asked = await discord.now()
      // The answer of Discord's own, and then what is known of it.
      for (const answer of [await open(path), await open(path)]) {
        expect([answer.status, answer.body]).toEqual([503, expect.stringMatching(/Wait \d+ sec/)])
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(60)
      }
      const requests = await discord.control.requests({ since: asked, route: CHANNELS.route })
      expect(requests).toHaveLength(1)
    })

    it("is one that is opened over and over", async () => {
      const path = await joinPathOf(await outsider(scene()))
      const answers: number[] = []
      for (let opened = 0; opened < 11; opened++) {
        answers.push((await open(path)).status)
      }
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 303), 429])
      expect(await invitesMade(scene())).toBe(1)
    })
  })
}
