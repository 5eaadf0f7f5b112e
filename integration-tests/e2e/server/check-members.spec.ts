import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"

browserSuite("check all members", (test) => {
  test("shows before what would be done, does it, and says when it looked", async (stage) => {
    const { page, dashboard, discord, store } = stage
    const { variants } = await sellMemberships(stage)
    const { servers } = await store.servers()
    const customer = await store.registerCustomer("nora")
    const noah = discord.users[1]?.id ?? ""
    await store.linkAccount(customer, discord, noah)
    await store.buy(customer, variants.Silver)
    const holds = (...roles: string[]) =>
      eventually(async () => expect(await discord.rolesOf(noah)).toEqual(roles))
    await holds("Silver")
    await discord.control.takeRole(discord.guild.id, noah, await discord.roleId("Silver"))

    await dashboard.open(`/settings/discord/${servers[0]?.id}`)
    await page.getByText("Not checked yet. Done by itself each night.").waitFor()
    await page.getByRole("button", { name: "Preview" }).click()
    const preview = page.getByRole("region", { name: "Preview of a comparison" })
    await preview.getByText("give to 1 member").waitFor()
    await preview.getByText("1 role to give").waitFor()
    await preview.getByRole("button", { name: "Show who" }).click()
    await preview.getByText("Give Silver").waitFor()
    expect(await discord.rolesOf(noah)).toEqual([])
    expect(await seriousViolations(page, "main")).toEqual([])

    await preview.getByRole("button", { name: "Do it" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Do it" }).click()
    await page.getByText("1 role given").waitFor()
    await holds("Silver")
    await page.getByText(/^Last checked .+ Done by itself each night\.$/).waitFor()

    await page.getByRole("button", { name: "Check all members" }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(/buyers never wait for it/).waitFor()
    await question.getByRole("button", { name: "Check all" }).click()
    await page.getByText("0 roles given").waitFor()
  })
})
