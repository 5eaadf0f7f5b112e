import { sweepGuestsWorkflow } from "../../../../src/workflows/account"
import { claim, claimLink, consentToClaim, guest, guestOrder } from "../../../helpers/account/claim"
import { Customer, endingOf } from "../../../helpers/account/customer"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { requestCode, verify } from "./shared"

/** @see ../guests.spec.ts */
export function testSomebodyElse(scene: () => Scene): void {
  describe("somebody else", () => {
    it("who is sent the link after the guest began ends in the wrong browser", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const callback = await consentToClaim(scene(), new HttpClient(baseUrl), link, userId)
      const other = await new HttpClient(baseUrl).raw<string>(callback)
      expect(other.status).toBe(400)
      expect(other.body).toContain("opened in another browser")
      expect(await db("discord_account_link")).toEqual([])
    })

    it("who uses the link at the same moment loses: one of two wins, with one account", async () => {
      const { baseUrl, db, discord, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const users = [await discord.createUser("gina"), await discord.createUser("eve")]
      const ready = await Promise.all(
        users.map(async (userId) => {
          const browser = new HttpClient(baseUrl)
          return { browser, callback: await consentToClaim(scene(), browser, link, userId) }
        }),
      )
      const answers = await Promise.all(ready.map(({ browser, callback }) => browser.raw(callback)))
      expect(answers.map((answer) => endingOf(answer).discord).sort()).toEqual([
        "conflict",
        "connected",
      ])
      await settled()
      expect(await db("discord_account_link")).toHaveLength(1)
      const held = await Promise.all(users.map((userId) => discord.rolesOf(userId)))
      expect(held.filter((roles) => roles?.includes("Gold"))).toHaveLength(1)
    })

    it("who registers with the guest's e-mail address gets nothing of the guest's", async () => {
      const { baseUrl, discord, settled, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const gina = await discord.createUser("gina")
      await claim(scene(), link, gina)
      await discord.expectRoles(gina, ["Gold"])
      const eve = await Customer.register(baseUrl, store, "gina@guests.test")
      const eveUser = await discord.createUser("eve")
      await eve.connect(discord, eveUser)
      await settled()
      expect(await discord.rolesOf(eveUser)).toBeNull()
      expect(await eve.access()).toMatchObject({ servers: [], todo: null })
      expect(await discord.rolesOf(gina)).toEqual(["Gold"])
    })

    it("who had a code for the address sent, and never got it, gets nothing either", async () => {
      const { baseUrl, container, discord, settled, store } = scene()
      await guestOrder(scene(), "gina")
      const eve = await Customer.register(baseUrl, store, "gina@guests.test")
      const eveUser = await discord.createUser("eve")
      await requestCode(scene(), eve, "gina@guests.test")
      await eve.connect(discord, eveUser)
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await discord.rolesOf(eveUser)).toBeNull()
    })

    it("who has verified another address, or whose address another verified, gets nothing", async () => {
      const { baseUrl, container, discord, settled, store } = scene()
      await guestOrder(scene(), "gina")
      const eve = await Customer.register(baseUrl, store, "eve@guests.test")
      const mallory = await Customer.register(baseUrl, store, "gina@guests.test")
      const users = [await discord.createUser("eve"), await discord.createUser("mallory")]
      // Eve reads Gina's mail, yet Gina's is not the address of her account.
      await verify(scene(), eve, "gina@guests.test")
      await verify(scene(), mallory, "mallory@guests.test")
      await eve.connect(discord, users[0] ?? "")
      await mallory.connect(discord, users[1] ?? "")
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await Promise.all(users.map((user) => discord.rolesOf(user)))).toEqual([null, null])
    })

    it("with a link to another order of that e-mail address cannot move the roles to themselves", async () => {
      const { discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const gina = await discord.createUser("gina")
      await claim(scene(), link, gina)
      await discord.expectRoles(gina, ["Gold"])
      const second = await guest(scene(), "gina").buy("Bronze")
      await discord.expectRoles(gina, ["Bronze", "Gold"])
      const eve = await discord.createUser("eve")
      const ending = endingOf(await claim(scene(), await claimLink(scene(), second), eve))
      expect(ending).toMatchObject({ discord: "conflict", reason: "claim_taken" })
      expect(await discord.rolesOf(eve)).toBeNull()
      expect(await discord.rolesOf(gina)).toEqual(["Bronze", "Gold"])
    })
  })
}
