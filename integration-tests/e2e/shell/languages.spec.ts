import type { Page } from "playwright-core"
import { browserSuite } from "../harness/browser-suite"
import type { Stage } from "../harness/stage"

/** A Discord user id that nobody has. */
const NOBODY = "100000000000000001"

/** As the profile's settings do it: the dashboard keeps its language in a cookie. */
async function speak({ page, world }: Stage, language: "de" | "es"): Promise<void> {
  await page.context().addCookies([{ name: "lng", value: language, url: world.addresses.medusa }])
}

function check(page: Page, name: string) {
  return page.locator("main li").filter({ has: page.getByText(name, { exact: true }) })
}

/** A server whose bot stands below the role that a product gives. @returns the server's id */
async function withBotTooLow({ store, discord }: Stage): Promise<string> {
  const id = await store.connectServer(discord)
  const product = await store.createProduct("Membership", [{ title: "Gold" }])
  const [variant_id = ""] = product.variantIds
  await store.setRoles(product.id, {
    variants: [
      { variant_id, roles: [{ role_id: await discord.roleId("Gold"), access_days: 3650 }] },
    ],
  })
  await discord.moveBot(1)
  await store.refresh(id)
  return id
}

browserSuite("the admin's language", (test) => {
  test("is the one the server's words, dates and numbers are read in", async (stage) => {
    const { page, dashboard, discord, store, world } = stage
    const id = await withBotTooLow(stage)
    await store.admin.client.fetch(`/admin/discord/servers/${id}`, {
      method: "POST",
      body: { grace_hours: 2000 },
    })
    await speak(stage, "de")
    await dashboard.open(`/settings/discord/${id}`)
    const position = check(page, "Position der Rolle des Bots")
    await position.getByText("Der Bot kann Gold nicht vergeben.").waitFor()
    await position
      .getByText(
        "Die Rolle des Bots liegt zu tief, um Gold zu vergeben. In Discord: Ziehen Sie unter Servereinstellungen > Rollen die Rolle des Bots über Gold.",
      )
      .waitFor()
    await page.getByText("2.000 Stunden").waitFor()
    expect(await page.getByText("In Discord: Server Settings").count()).toBe(0)

    await discord.control.removeBot(discord.guild.id, world.application.client_id)
    await store.refresh(id)
    await dashboard.open("/settings/discord/activity")
    const paused = page.getByRole("row").filter({ hasText: "Server pausiert" })
    await paused.getByText("Der Bot ist nicht mehr auf diesem Discord-Server.").waitFor()

    await speak(stage, "es")
    await dashboard.open(`/settings/discord/${id}`)
    await check(page, "Bot en el servidor").getByText("El bot no está en el servidor.").waitFor()
    await page.getByText("2000 horas").waitFor()
  })

  test("is the one a refusal is read in", async (stage) => {
    const { page, dashboard, store } = stage
    const { customer } = await store.admin.admin.customer.create({ email: "nobody@example.com" })
    await speak(stage, "de")
    await dashboard.open(`/customers/${customer.id}`)
    await page.getByRole("button", { name: "Discord-Nutzer verknüpfen" }).click()
    await dashboard.dialog.getByLabel("Discord-Nutzer-ID").fill(NOBODY)
    await dashboard.dialog.getByRole("button", { name: "Verknüpfen" }).click()
    await dashboard.dialog.getByText(`Discord kennt keinen Nutzer ${NOBODY}.`).waitFor()
  })
})
