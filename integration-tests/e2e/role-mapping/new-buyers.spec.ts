import { eventually } from "../../helpers/eventually"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { openPane, savedNames } from "../harness/role-pane"

browserSuite("a change of a product's roles for new buyers", (test) => {
  test("leaves who bought before alone, says who has what, and is ended or undone", async (stage) => {
    const { store, discord, page, dashboard } = stage
    const { pane, product } = await openPane(stage, "Monthly")
    const [variant_id = ""] = product.variantIds
    const [mia, noah] = discord.users.map(({ id }) => id)
    const setGold = [{ role_id: await discord.roleId("Gold") }]
    await store.setRoles(product.id, { variants: [{ variant_id, roles: setGold }] })
    const early = await store.registerCustomer("mia")
    await store.linkAccount(early, discord, mia ?? "")
    await store.buy(early, variant_id)
    const holds = (user: string | undefined, ...roles: string[]) =>
      eventually(async () => {
        const held = (await discord.rolesOf(user ?? "")) ?? []
        expect(held.filter((role) => ["Gold", "Silver"].includes(role)).sort()).toEqual(roles)
      })
    await holds(mia, "Gold")

    await pane.open(product.id)
    await pane.remove("Monthly", "Gold")
    await pane.pick("Monthly", "Silver")
    await pane.pressSave()
    const question = page.getByRole("alertdialog")
    const list = question.getByRole("list", { name: "Changes for current customers" })
    await list.waitFor()
    const choice = (name: string) => question.getByRole("radio", { name: new RegExp(`^${name}`) })
    expect(await choice("For everyone").isChecked()).toBe(true)
    await choice("Only new buyers").click()
    await question.getByText("Nobody who has bought already gains or loses a role.").waitFor()
    expect(await list.count()).toBe(0)
    expect(await seriousViolations(page, "[role=alertdialog]")).toEqual([])
    await question.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Discord roles saved")
    // A message stays as long as the pointer is on it, however long a purchase takes.
    await page.getByRole("button", { name: "Undo" }).hover()
    await pane.section.getByText(/For purchases since/).waitFor()
    await pane.section.getByText(/Kept by buyers before/).waitFor()

    const late = await store.registerCustomer("noah")
    await store.linkAccount(late, discord, noah ?? "")
    await store.buy(late, variant_id)
    await holds(noah, "Silver")
    await holds(mia, "Gold")

    // What it was is put back, for who bought meanwhile, too.
    await page.getByRole("button", { name: "Undo" }).click()
    await dashboard.toast("Discord roles put back")
    await holds(noah, "Gold")
    expect(await savedNames(stage, product.id)).toEqual([["Gold"]])
    expect(await pane.section.getByText(/For purchases since/).count()).toBe(0)

    await store.setRoles(product.id, {
      variants: [{ variant_id, roles: [{ role_id: await discord.roleId("Silver") }] }],
      apply_to: "new_buyers",
    })
    await pane.open(product.id)
    await pane
      .variant("Monthly")
      .getByText(/^For purchases since/)
      .waitFor()
    expect(await seriousViolations(page, "[role=dialog]")).toEqual([])
    await pane.drawer.getByRole("button", { name: "Give to everyone: Silver of Monthly" }).click()
    await pane.drawer.getByRole("button", { name: "Take from everyone: Gold of Monthly" }).click()
    await pane.pressSave()
    await list.waitFor()
    expect(await question.getByRole("radio").count()).toBe(0)
    await question.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Discord roles saved")
    await holds(mia, "Silver")
    await holds(noah, "Silver")
  })
})
