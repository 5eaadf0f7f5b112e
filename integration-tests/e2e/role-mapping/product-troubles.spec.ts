import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { openPane, RolePane, savedNames } from "../harness/role-pane"

browserSuite("a product's roles in trouble", (test) => {
  test("a role above the bot is shown with the reason, until the bot is moved up", async (stage) => {
    const { store, discord, page, dashboard } = stage
    const serverId = await store.connectServer(discord)
    await discord.moveBot(2)
    await store.refresh(serverId)
    const product = await store.createProduct("Membership", [{ title: "Monthly" }])
    const pane = new RolePane(dashboard)
    await pane.open(product.id)
    await pane.openList("Monthly")

    const gold = pane.option("Gold")
    await gold.getByText("drag the bot's role above Gold").waitFor()
    expect(await gold.getAttribute("aria-disabled")).toBe("true")
    // Forced: playwright itself refuses to click what is disabled.
    await gold.click({ force: true })
    expect(await gold.getAttribute("aria-selected")).toBe("false")
    const link = page.getByRole("link", { name: "the page of the server" })
    expect(await link.getAttribute("href")).toBe(`/app/settings/discord/${serverId}`)
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await pane.closeList()

    await discord.moveBot("top")
    await page.getByRole("button", { name: /Read the roles of Example Community/ }).click()
    await pane.drawer.getByText("Roles of Example Community read from Discord").waitFor()
    await pane.pick("Monthly", "Gold")
    expect(await pane.chosen("Monthly")).toEqual(["Gold"])
  })

  test("a chosen role that went out of reach says so and can be taken away", async (stage) => {
    const { store, discord, dashboard } = stage
    const serverId = await store.connectServer(discord)
    const product = await store.createProduct("Membership", [{ title: "Monthly" }])
    const [variant_id = ""] = product.variantIds
    const roles = [{ role_id: await discord.roleId("Gold") }]
    await store.setRoles(product.id, { variants: [{ variant_id, roles }] })
    await discord.moveBot(1)
    await store.refresh(serverId)

    const pane = new RolePane(dashboard)
    await pane.open(product.id)
    await pane
      .variant("Monthly")
      .getByText(/Cannot be assigned: The bot's role sits too low/)
      .waitFor()
    expect(await seriousViolations(dashboard.page, "[role=dialog]")).toEqual([])
    await pane.remove("Monthly", "Gold")
    await pane.save()
    expect((await store.rolesOf(product.id))[0]?.roles).toEqual([])
  })

  test("a store that does not answer loses nothing of what was chosen", async (stage) => {
    const { store, discord, page, dashboard } = stage
    await store.connectServer(discord)
    const product = await store.createProduct("Membership", [{ title: "Monthly" }])
    const pane = new RolePane(dashboard)
    await pane.open(product.id)
    await pane.pick("Monthly", "Gold")

    const offline = "**/admin/products/*/discord-roles**"
    await page.route(offline, (route) => route.abort())
    await pane.pressSave()
    const alert = pane.drawer.getByRole("alert")
    await alert.getByText("The Discord roles were not saved.").waitFor()
    await alert.getByText("The store did not answer.").waitFor()
    expect(await pane.chosen("Monthly")).toEqual(["Gold"])
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])

    await page.unroute(offline)
    await pane.save()
    expect((await store.rolesOf(product.id))[0]?.roles.map(({ name }) => name)).toEqual(["Gold"])
  })

  test("a pane that could not load offers to try again", async (stage) => {
    const { store, discord, page, dashboard } = stage
    await store.connectServer(discord)
    const product = await store.createProduct("Membership", [{ title: "Monthly" }])
    const pane = new RolePane(dashboard)
    const servers = "**/admin/discord/servers?*"
    await page.route(servers, (route) => route.abort())
    await pane.open(product.id)
    const alert = pane.drawer.getByRole("alert")
    await alert.getByText("The Discord servers could not be loaded.").waitFor()
    await page.unroute(servers)
    await alert.getByRole("button", { name: "Try again" }).click()
    await pane.variant("Monthly").waitFor()
  })

  test("asks in words before a role that manages the server is sold, and only then", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { control, guild } = discord
    const gold = await discord.roleId("Gold")
    await control.updateRole(guild.id, gold, { permissions: "268435464" })
    const { pane, product } = await openPane(stage, "Monthly")
    await pane.pick("Monthly", "Gold")
    await pane.pressSave()
    const { dialog } = dashboard
    await dialog.getByText("Sell roles that manage the server?").waitFor()
    await dialog
      .getByText(
        "Gold on Example Community has Administrator, Manage Roles: whoever buys it may use that.",
      )
      .waitFor()
    await dialog.getByRole("button", { name: "Keep editing" }).click()
    expect(await savedNames(stage, product.id)).toEqual([[]])

    await pane.pressSave()
    await dialog.getByRole("button", { name: "Save all the same" }).click()
    await dashboard.toast("Discord roles saved")
    expect(await savedNames(stage, product.id)).toEqual([["Gold"]])

    // What is sold already is no new choice; taken away and put back by Undo neither.
    await pane.reopen()
    await pane.pick("Monthly", "Silver")
    await pane.save()
    await pane.reopen()
    await pane.remove("Monthly", "Gold")
    await pane.save()
    await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).first().click()
    await dashboard.toast("put back")
    expect(await savedNames(stage, product.id)).toEqual([["Gold", "Silver"]])

    const [server] = (await store.servers()).servers
    await dashboard.open(`/settings/discord/${server?.id}/test`)
    await dialog.getByLabel("Role", { exact: true }).click()
    await page.getByRole("option", { name: "Gold" }).click()
    await dialog.getByLabel("Member", { exact: true }).fill("mi")
    await dialog.getByRole("radio", { name: /Mia/ }).check()
    await dialog.getByRole("button", { name: "Run the test" }).click()
    await dialog.getByText("Test Gold all the same?").waitFor()
    await dialog.getByText(/Administrator, Manage Roles\. Mia may use that until/).waitFor()
    await dialog.getByRole("button", { name: "Test all the same" }).click()
    await dialog.getByText("All steps went well.").waitFor()
  })

  for (const theme of ["light", "dark"] as const) {
    test(`the page and the pane are accessible in the ${theme} theme`, async (stage) => {
      const { store, discord, page, dashboard } = stage
      await store.connectServer(discord)
      const product = await store.createProduct("Membership", [
        { title: "Bronze" },
        { title: "Gold" },
      ])
      const [bronze = "", gold = ""] = product.variantIds
      const role = async (name: string) => ({
        role_id: await discord.roleId(name),
        access_days: 30,
      })
      await store.setRoles(product.id, {
        variants: [
          { variant_id: bronze, roles: [await role("Bronze")] },
          { variant_id: gold, roles: [await role("Gold"), await role("Silver")] },
        ],
      })
      const pane = new RolePane(dashboard)
      await dashboard.open(`/products/${product.id}`)
      await pane.section.getByText("Silver").waitFor()
      await dashboard.setTheme(theme)
      await pane.section.evaluate((element) => element.setAttribute("data-checked", ""))
      expect(await seriousViolations(page, "[data-checked]")).toEqual([])
      await pane.reopen()
      await pane.variant("Gold").waitFor()
      expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
      await pane.openList("Gold")
      expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    })
  }
})
