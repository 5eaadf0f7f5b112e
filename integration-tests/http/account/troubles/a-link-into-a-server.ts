import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { APPLICATION } from "../../../helpers/store/application"
import { codeOf, INVITE, invitesMade, joinPathOf } from "./join-links"
import { expectStanding, HELD, holder, outsider, serverOf } from "./shared"

/** @see ../troubles.spec.ts */
export function testALinkIntoAServer(scene: () => Scene): void {
  describe("a link into a server", () => {
    it("leads whoever may not be brought in to an invitation of their own, and then the role comes", async () => {
      const { baseUrl, discord, settled } = scene()
      const buyer = await outsider(scene())
      const path = await joinPathOf(buyer)
      // Looking at the status makes none.
      expect(await invitesMade(scene())).toBe(0)
      const answer = await new HttpClient(baseUrl).raw(path)
      expect(answer.status).toBe(303)
      const headers = ["cache-control", "referrer-policy"].map((name) => answer.headers.get(name))
      expect(headers).toEqual(["no-store", "no-referrer"])
      await discord.control.acceptInvite(codeOf(answer), buyer.userId)
      await buyer.customer.resync()
      const access = await expectStanding(scene(), buyer, HELD)
      expect(serverOf(access).join_url).toBeNull()
      await settled()
      // In by now: the old link leads to the server itself, and makes nothing.
      const again = await new HttpClient(baseUrl).raw(path)
      expect(again.headers.get("location")).toBe(serverOf(access).open_url)
      expect(await invitesMade(scene())).toBe(1)
    })

    it("brings back who left after they removed the app, with their roles", async () => {
      const { baseUrl, discord } = scene()
      const buyer = await holder(scene())
      await discord.control.revokeAuthorization(buyer.userId, APPLICATION.client_id)
      await discord.control.removeMember(discord.guildId, buyer.userId)
      await buyer.customer.resync()
      await expectStanding(scene(), buyer, { todo: "reconnect", state: "waiting", roles: null })
      const answer = await new HttpClient(baseUrl).raw(await joinPathOf(buyer))
      await discord.control.acceptInvite(codeOf(answer), buyer.userId)
      await buyer.customer.resync()
      await discord.expectRoles(buyer.userId, ["Gold"])
    })

    it("is the same invitation while it is good, and a new one once it was used or has expired", async () => {
      const { baseUrl, db, discord, newBuyer, settled } = scene()
      const buyer = await outsider(scene())
      const path = await joinPathOf(buyer)
      expect(await joinPathOf(buyer)).toBe(path)
      const open = async () => codeOf(await new HttpClient(baseUrl).raw(path))
      const first = await open()
      expect([await open(), await invitesMade(scene())]).toEqual([first, 1])
      // Somebody else used it up.
      await discord.control.acceptInvite(first, await discord.createUser("guest"))
      const second = await open()
      expect(second).not.toBe(first)
      await db("discord_membership").update({ invite_expires_at: new Date() })
      const third = await open()
      expect([first, second]).not.toContain(third)
      expect(await invitesMade(scene())).toBe(3)
      // Another customer's is another.
      const other = await newBuyer("eve")
      await other.customer.connect(discord, other.userId, { scopes: ["identify"] })
      await settled(await other.customer.buy("Gold"))
      const theirs = codeOf(await new HttpClient(baseUrl).raw(await joinPathOf(other)))
      expect([first, second, third]).not.toContain(theirs)
    })

    it("makes nothing for a mail scanner's HEAD, a form, or a browser that looks ahead", async () => {
      const { baseUrl } = scene()
      const path = await joinPathOf(await outsider(scene()))
      const browser = new HttpClient(baseUrl)
      const ahead = { headers: { "sec-purpose": "prefetch;prerender" } }
      expect((await browser.raw(path, { method: "HEAD" })).status).toBe(405)
      expect((await browser.raw(path, { method: "POST" })).status).toBe(405)
      expect((await browser.raw(path, ahead)).status).toBe(405)
      expect(await invitesMade(scene())).toBe(0)
    })

    it("leads to a channel of any kind that can hold an invitation, and past one that is gone", async () => {
      const { baseUrl, discord } = scene()
      const buyer = await outsider(scene())
      const { control, guildId } = discord
      await control.createChannel(guildId, { name: "Lounge", type: 2 })
      // Deleted between the look at the channels and the invitation.
      await control.addFault({ ...INVITE, status: 404, code: 10003, times: 1 })
      const code = codeOf(await new HttpClient(baseUrl).raw(await joinPathOf(buyer)))
      const invite = await fetch(`${process.env.DISCORD_API_URL}/v10/invites/${code}`, {
        headers: { "User-Agent": "DiscordBot (https://example.com, 1.0.0)" },
      })
      expect(await invite.json()).toMatchObject({ channel: { name: "Lounge", type: 2 } })
    })
  })
}
