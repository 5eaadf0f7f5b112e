import { readFile } from "node:fs/promises"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships, type Memberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const CONTENT = "main"

/** Noah owns Gold and holds it. */
async function servedMember(stage: Stage): Promise<Memberships> {
  const { discord, store } = stage
  const memberships = await sellMemberships(stage)
  const { variants } = memberships
  const customer = await store.registerCustomer("nora")
  const noah = userOf(stage, 1)
  await store.linkAccount(customer, discord, noah)
  await store.buy(customer, variants.Gold)
  await expectRoles(stage, noah, ["Gold", "Silver"])
  return memberships
}

browserSuite("the members", (test) => {
  test("show who stands where and what to do next, and check those who are chosen", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { productId, variants } = await servedMember(stage)
    const roles = [{ role_id: await discord.roleId("Gold"), access_days: null }]
    await store.setRoles(productId, { variants: [{ variant_id: variants.Gold, roles }] })
    await expectRoles(stage, userOf(stage, 1), ["Gold"])
    await discord.moveBot(1)
    const { servers } = await store.servers()
    await store.refresh(servers[0]?.id ?? "")
    const mia = await store.registerCustomer("mia")
    await store.linkAccount(mia, discord, userOf(stage, 0))
    await store.buy(mia, variants.Gold)

    const tab = (name: RegExp) => page.getByRole("tab", { name })
    const rowOf = (name: string) => page.getByRole("row").filter({ hasText: name })
    await dashboard.open("/settings/discord")
    await page.getByRole("link", { name: "Members", exact: true }).click()
    await page.getByRole("tab", { name: /^Needs you\s*1$/, selected: true }).waitFor()
    const waiting = rowOf("Mia")
    await waiting.getByText("Mend what is said here, then check again.").waitFor()
    await waiting.getByText("drag the bot's role above Gold").waitFor()
    expect(await rowOf("Noah").count()).toBe(0)
    expect(new URL(page.url()).searchParams.get("tab")).toBe("admin")
    const run = page.getByRole("region", { name: "Changed roles: " }).first()
    await run.getByText(/ by \S/).waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])

    await tab(/^Needs the customer/).click()
    await page.getByText("There is no member here now.").waitFor()
    await tab(/^All/).click()
    await rowOf("Noah").getByText("Nothing left to do.").waitFor()
    await page
      .getByRole("columnheader", { name: "Member", exact: true })
      .getByRole("button")
      .click()
    await page.waitForURL(/order=name/)
    await page.reload()
    await page.getByRole("row").nth(1).getByText("Mia").waitFor()

    for (const name of ["Mia", "Noah"]) {
      await page.getByRole("checkbox", { name: `Select ${name}` }).click()
    }
    expect(await seriousViolations(page, CONTENT)).toEqual([])
    await page.getByRole("button", { name: "Check again" }).click()
    await dashboard.toast("Checking 2 members again")
    await page.getByRole("button", { name: "Actions for Noah" }).click()
    await page.getByRole("menuitem", { name: "Check again" }).click()
    await dashboard.toast("Checking Noah again")

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await page.getByRole("button", { name: "Actions for Noah" }).click()
    await page.getByRole("menuitem", { name: "Copy Discord user ID" }).click()
    await dashboard.toast("Discord user ID copied")
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(userOf(stage, 1))

    const download = page.waitForEvent("download")
    await page.getByRole("button", { name: "Download CSV" }).click()
    const file = await readFile(await (await download).path(), "utf8")
    expect(file).toMatch(/^name,username,.*\r\n"Mia",.*\r\n"Noah","noah_b",/s)
    await page.getByRole("button", { name: "Actions for Noah" }).click()
    await page.getByRole("menuitem", { name: "Open customer" }).click()
    await dashboard.section("Discord").getByText("@noah_b").waitFor()
  })

  test("are found by server and role, also from the server's page and at their old address", async (stage) => {
    const { dashboard, discord, page, store } = stage
    await servedMember(stage)
    const row = page.getByRole("row").filter({ hasText: "Noah" })
    const { servers } = await store.servers()
    await dashboard.open(`/settings/discord/${servers[0]?.id}`)
    await page.getByRole("link", { name: "Show members" }).click()
    await row.waitFor()
    const address = new URL(page.url())
    expect(address.searchParams.get("server_id")).toBe(JSON.stringify([servers[0]?.id]))

    const holdersOf = async (role: string) => {
      const chosen = encodeURIComponent(JSON.stringify([await discord.roleId(role)]))
      await dashboard.open(`/settings/discord/queue?role_id=${chosen}`)
      await page.waitForURL(/\/members\?.*tab=all/)
    }
    await holdersOf("Silver")
    await row.waitFor()
    await page.getByText("Has the role").first().waitFor()
    await holdersOf("Bronze")
    await page.getByText("Nobody found").waitFor()
  })

  test("lose at once what a person gave them, and nothing that they bought", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await servedMember(stage)
    const mia = await store.registerCustomer("mia")
    await store.linkAccount(mia, discord, userOf(stage, 0))
    for (const variant_id of [variants.Silver, variants.Bronze]) {
      await store.grantAccess({ customer_id: mia.id, variant_id })
    }
    await expectRoles(stage, userOf(stage, 0), ["Silver", "Bronze"])
    await dashboard.open("/settings/discord/members?tab=all")
    const choose = (name: string) => page.getByRole("checkbox", { name: `Select ${name}` }).click()
    const end = page.getByRole("button", { name: "End access" })
    await choose("Noah")
    await end.click()
    await dashboard.toast("Nothing was ended")
    await choose("Mia")
    expect(await seriousViolations(page, CONTENT)).toEqual([])
    await end.click()
    const { dialog } = dashboard
    await dialog.getByRole("heading", { name: "End 2 accesses of 1 member?" }).waitFor()
    await dialog.getByRole("button", { name: "End access" }).click()
    await dashboard.toast("2 accesses have ended")
    await expectRoles(stage, userOf(stage, 0), [])
    await expectRoles(stage, userOf(stage, 1), ["Gold", "Silver"])
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0)
  })

  test("try all again where somebody waits, and have bulk work below", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { productId, variants } = await servedMember(stage)
    const tryAll = page.getByRole("button", { name: "Try all again" })
    await dashboard.open("/settings/discord/members")
    await page.getByRole("row").filter({ hasText: "Noah" }).waitFor()
    expect(await tryAll.isDisabled()).toBe(true)

    const zoe = await store.registerCustomer("zoe")
    await store.linkById(zoe.id, userOf(stage, 2))
    await store.buy(zoe, variants.Gold)
    await page.getByRole("tab", { name: /^Needs the customer\s*1$/ }).click()
    await page.getByText("Ask the customer to join the server").waitFor()
    await tryAll.click()
    await dashboard.dialog.getByText("in every server").waitFor()
    await dashboard.dialog.getByRole("button", { name: "Try all again" }).click()
    await dashboard.toast("Trying 1 member again")

    for (const name of ["Gold", "Silver", "Bronze", "Gold"]) {
      const roles = [{ role_id: await discord.roleId(name), access_days: null }]
      await store.setRoles(productId, { variants: [{ variant_id: variants.Gold, roles }] })
    }
    await page.reload()
    const runs = page.getByRole("region", { name: "Changed roles" })
    await page.getByRole("button", { name: "Show all (4)" }).click()
    await runs.nth(3).waitFor()

    await page.getByRole("button", { name: "Import past orders" }).click()
    await dashboard.dialog.getByRole("button", { name: "Import past orders" }).click()
    await dashboard.toast("Importing the past orders")
    await page.getByText("Past orders").first().waitFor()
    await page.getByText("Completed").first().waitFor()
  })
})
