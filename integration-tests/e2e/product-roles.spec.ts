import { browserSuite } from "./harness/browser-suite"

const NAME = "Discord Roles"

browserSuite("product roles", (test) => {
  test("leads to Settings while no server is connected", async ({ store, dashboard }) => {
    const product = await store.createProduct("Membership", [{ title: "Gold" }])
    await dashboard.open(`/products/${product.id}`)
    await dashboard.section(NAME).getByRole("button", { name: NAME }).click()
    await dashboard.dialog.getByText("No Discord server is connected yet").waitFor()
  })

  test("saves two roles for a variant and shows them after a reload", async (stage) => {
    const { store, discord, dashboard, page } = stage
    await store.connectServer(discord)
    const product = await store.createProduct("Membership", [{ title: "Monthly" }])
    await dashboard.open(`/products/${product.id}`)
    await dashboard.section(NAME).getByRole("button", { name: NAME }).click()
    const monthly = dashboard.dialog.getByRole("group", { name: "Monthly" })
    await monthly.getByRole("button", { name: /Choose roles/ }).click()
    await page.getByRole("menuitemcheckbox", { name: "Gold" }).click()
    await page.getByRole("menuitemcheckbox", { name: "Silver" }).click()
    await page.keyboard.press("Escape")
    await dashboard.dialog.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Discord roles saved")

    await page.reload()
    await dashboard.section(NAME).getByText("Gold").waitFor()
    const [saved] = await store.rolesOf(product.id)
    expect(saved?.roles.map((role) => role.name)).toEqual(["Gold", "Silver"])
  })
})
