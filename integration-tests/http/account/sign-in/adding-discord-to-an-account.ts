import type { StoreDiscordIdentityResponse } from "../../../../src/types/http"
import {
  claimsOf,
  DiscordSignIn,
  newcomer,
  signedUp,
} from "../../../helpers/account/discord-sign-in"
import type { Customer } from "../../../helpers/account/customer"
import type { HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

type Joined = HttpAnswer<StoreDiscordIdentityResponse & { message?: string }>

/** @see ../sign-in.spec.ts */
export function testAddingDiscordToAnAccount(scene: () => Scene): void {
  const join = async (customer: Pick<Customer, "http">, token: unknown): Promise<Joined> =>
    customer.http.raw("/store/discord/identity", { body: { token } })

  describe("beside a password", () => {
    it("lets a signed-in customer add Discord, and connects them", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await settled(await customer.buy("Gold"))
      const ada = new DiscordSignIn(scene(), userId)
      const { token } = await ada.signIn()
      const joined = await join(customer, token)
      expect(joined).toMatchObject({
        status: 200,
        body: {
          id: customer.id,
          object: "discord_identity",
          discord: { connected: true, reason: "connected" },
        },
      })
      await discord.expectRoles(userId, ["Gold"])
      expect(claimsOf((await ada.signIn()).token).actor_id).toBe(customer.id)
      // From another tab once more: nothing changes.
      expect(await join(customer, token)).toMatchObject({ status: 200, body: { discord: null } })
    })

    it("leaves a Discord account connected that they had chosen before", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const other = await newcomer(scene(), "ada_works")
      const joined = await join(customer, (await other.signIn()).token)
      expect(joined.body.discord).toMatchObject({ connected: false, reason: "other_account" })
      expect((await customer.access()).account?.discord_user_id).toBe(userId)
    })

    it("refuses a Discord account by which another customer signs in", async () => {
      const { newBuyer } = scene()
      const { signIn: ada, customer: owner } = await signedUp(scene(), "ada")
      const { customer: eve } = await newBuyer("eve")
      const { token } = await ada.signIn()
      expect(await join(eve, token)).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining("signs in to another account") as string },
      })
      expect(claimsOf((await ada.signIn()).token).actor_id).toBe(owner.id)
    })

    it("refuses whatever is no token of a sign-in with Discord", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const password = customer.http.headers.authorization?.split(" ")[1] ?? ""
      const eve = await newcomer(scene(), "eve")
      const { token } = await eve.signIn()
      for (const wrong of [password, `${token}x`, "none"]) {
        expect(await join(customer, wrong)).toMatchObject({
          status: 400,
          body: { message: expect.stringContaining("no token of a sign-in") as string },
        })
      }
      for (const wrong of [undefined, "", 7, ["a"], { a: 1 }]) {
        expect((await join(customer, wrong)).status).toBe(400)
      }
      expect((await join(eve, token)).status).toBe(401)
      expect(claimsOf((await eve.signIn()).token).actor_id).toBe("")
    })
  })
}
