import { claimsOf, newcomer } from "../../../helpers/account/discord-sign-in"
import type { Scene } from "../../../helpers/store/suite"
import { SIGN_IN_URL } from "../../../helpers/store/application"

/** @see ../sign-in.spec.ts */
export function testSigningInForTheFirstTime(scene: () => Scene): void {
  describe("for the first time", () => {
    it("signs in with Discord, buys, and holds the role with no further click", async () => {
      const { discord, settled, setUp } = scene()
      await setUp()
      const ada = await newcomer(scene(), "ada")
      const { token } = await ada.signIn()
      expect(claimsOf(token)).toMatchObject({
        actor_id: "",
        actor_type: "customer",
        user_metadata: {
          discord_user_id: ada.userId,
          username: "ada",
          name: "ada",
          email: "ada@discord.test",
        },
      })
      const { customer, discord: connection } = await ada.register(token, "ada@discord.test")
      expect(connection).toMatchObject({ connected: true, reason: "connected" })
      expect(await customer.access()).toMatchObject({
        account: { discord_user_id: ada.userId, username: "ada", status: "linked" },
        todo: null,
      })
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(ada.userId, ["Gold"])
    })

    it("asks Discord for who they are, their address and to join servers, once, with PKCE", async () => {
      const ada = await newcomer(scene(), "ada")
      const page = new URL(await ada.begin())
      expect(Object.fromEntries(page.searchParams)).toEqual({
        response_type: "code",
        client_id: expect.stringMatching(/^\d+$/) as string,
        scope: "identify guilds.join email",
        redirect_uri: SIGN_IN_URL,
        state: expect.stringMatching(/^[\w-]{43}$/) as string,
        code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
        code_challenge_method: "S256",
        prompt: "none",
      })
    })
  })
}
