import { eventually } from "../../../helpers/eventually"
import type { BrowserTest } from "../../harness/browser-suite"
import { expectRoles, userOf } from "../../harness/people"
import { expectHeld, expectSaid, expectSeen } from "../../harness/storefront/said"
import type { Stage } from "../../harness/stage"
import { NOAH, seatHolder, ZOE } from "./customer"

const AGAIN = "Connect Discord again"

/** They removed the app in Discord, left the server, and asked the shop to look again. */
async function whoRemovedTheApp(stage: Stage): ReturnType<typeof seatHolder> {
  const holder = await seatHolder(stage, true)
  const { control, guild } = stage.discord
  await expectHeld(holder.shopper, "Workshop")
  await control.revokeAuthorization(holder.noah, stage.world.application.client_id)
  await control.removeMember(guild.id, holder.noah)
  await holder.shopper.click("Check again")
  return holder
}

export function testChanges(test: BrowserTest): void {
  test("who connects another Discord account has the role there, and then no more here", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, true)
    const { control } = stage.discord
    const zoe = userOf(stage, 2)
    const names = new Map([
      [noah, "Noah"],
      [zoe, "Zoë"],
    ])
    await expectHeld(shopper, "Workshop")
    await shopper.connect(ZOE, "Connect another account")
    await expectSeen(shopper, shopper.page.getByText("Connected as Zoë"))
    await expectHeld(shopper, "Workshop")
    await expectRoles(stage, zoe, ["Workshop"])
    await expectRoles(stage, noah, [])
    const changes = (await control.memberEvents()).flatMap(({ type, user_id }) =>
      names.has(user_id) && type.startsWith("role_") ? [`${type} ${names.get(user_id)}`] : [],
    )
    // Each once. The two are served side by side: neither waits for the other's call.
    expect(changes.sort()).toEqual(["role_add Noah", "role_add Zoë", "role_remove Noah"])
  })

  test("who removes the app and leaves connects again, and is brought back", async (stage) => {
    const { shopper, noah } = await whoRemovedTheApp(stage)
    await expectSaid(shopper, `${AGAIN}: Discord no longer accepts the connection.`)
    await shopper.connect(NOAH, AGAIN)
    await expectHeld(shopper, "Workshop")
    await expectRoles(stage, noah, ["Workshop"])
  })

  test("who removed the app and left comes back by an invitation, too", async (stage) => {
    const { shopper, noah } = await whoRemovedTheApp(stage)
    await expectSeen(shopper, shopper.page.getByRole("link", { name: "Join the server" }))
    await shopper.joinServer(NOAH)
    await shopper.click("Check again")
    await expectRoles(stage, noah, ["Workshop"])
  })

  test("whose token was revoked keeps the role, and is served on", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, true)
    const { control } = stage.discord
    await expectHeld(shopper, "Workshop")
    await control.revokeAuthorization(noah, stage.world.application.client_id)
    await shopper.click("Check again")
    // Discord tells of it by a webhook event.
    await expectSaid(shopper, `${AGAIN}: Discord no longer accepts the connection.`)
    await expectRoles(stage, noah, ["Workshop"])
    await shopper.page.getByRole("link", { name: "Shop" }).click()
    await shopper.click("Get Bronze")
    await shopper.click(/^Pay/)
    await shopper.page.getByText(/Order #\d+ for .* is placed/).waitFor()
    await expectRoles(stage, noah, ["Bronze", "Supporter", "Workshop"])
  })

  test("who is banned is told so before they pay, until they are let in again", async (stage) => {
    const { shopper, noah } = await seatHolder(stage, true)
    const { page } = shopper
    const { control, guild } = stage.discord
    await expectHeld(shopper, "Workshop")
    await control.ban(guild.id, noah)
    await shopper.click("Check again")
    const banned = /^Your Discord account is banned from Example Community\./
    await expectSaid(shopper, banned)
    await page.getByRole("link", { name: "Shop" }).click()
    await shopper.click("Get Gold")
    await expectSaid(shopper, banned)
    await page.getByRole("button", { name: /^Pay/ }).waitFor()
    await control.unban(guild.id, noah)
    await page.getByRole("link", { name: "Account" }).click()
    await shopper.click("Check again")
    await expectHeld(shopper, "Workshop")
    await page.getByRole("link", { name: "Shop" }).click()
    await shopper.click("Get Gold")
    await shopper.click(/^Pay/)
    await eventually(async () => expect(await page.getByText(banned).count()).toBe(0))
    await expectRoles(stage, noah, ["Gold", "Supporter", "Workshop"])
  })
}
