import type { Locator, Page } from "playwright-core"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const QUESTION = "Leave without saving?"

function question(page: Page): Locator {
  return page.getByRole("alertdialog").filter({ hasText: QUESTION })
}

/** Closes a drawer over a draft: stays when told so, and is gone, draft and all, when told to leave. */
async function expectQuestion({ page }: Stage, drawer: Locator, draft: Locator): Promise<void> {
  const before = await draft.inputValue()
  await page.keyboard.press("Escape")
  await question(page).getByRole("button", { name: "Keep editing" }).click()
  await question(page).waitFor({ state: "detached" })
  expect(await draft.inputValue()).toBe(before)
  await drawer
    .getByRole("button", { name: /^(Cancel|Close)$/ })
    .last()
    .click()
  await question(page).getByRole("button", { name: "Leave" }).click()
  await drawer.waitFor({ state: "detached" })
}

/** Closes a drawer in which nothing was typed: nobody asks. */
async function expectNoQuestion({ page }: Stage, drawer: Locator): Promise<void> {
  await page.keyboard.press("Escape")
  await drawer.waitFor({ state: "detached" })
  expect(await question(page).count()).toBe(0)
}

browserSuite("what was typed", (test) => {
  test("is not lost by closing the settings of a server", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const id = await store.connectServer(discord)
    await dashboard.open(`/settings/discord/${id}`)
    const edit = page.getByRole("link", { name: "Edit settings" })
    const drawer = page.getByRole("dialog", { name: "Edit settings" })
    const hours = drawer.getByLabel("Hours that roles stay")

    await edit.click()
    await hours.waitFor()
    await expectNoQuestion(stage, drawer)
    await edit.click()
    await hours.fill("48")
    await expectQuestion(stage, drawer, hours)
    expect((await store.servers()).servers.map(({ grace_hours }) => grace_hours)).toEqual([0])

    // Nor by the Back button; and what was typed and put back is no change.
    await edit.click()
    await hours.fill("48")
    await page.goBack()
    await question(page).getByRole("button", { name: "Keep editing" }).click()
    expect(await hours.inputValue()).toBe("48")
    await hours.fill("0")
    await expectNoQuestion(stage, drawer)

    // A choice is a change, too; and what is saved is not asked about.
    await edit.click()
    await drawer.getByLabel("At the end of access").click()
    await page.getByRole("option", { name: /Remove members/ }).click()
    await expectQuestion(stage, drawer, hours)
    await edit.click()
    await hours.fill("24")
    await drawer.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Settings saved")
    await drawer.waitFor({ state: "detached" })
    expect(await question(page).count()).toBe(0)
  })

  test("is not lost by closing a test or a disconnect", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const id = await store.connectServer(discord)
    await dashboard.open(`/settings/discord/${id}/test`)
    const testing = page.getByRole("dialog", { name: "Test a role" })
    const member = testing.getByLabel("Member", { exact: true })
    await member.fill("mi")
    await testing.getByRole("radio", { name: /Mia/ }).check()
    await expectQuestion(stage, testing, member)

    await dashboard.open(`/settings/discord/${id}/disconnect`)
    const leaving = page.getByRole("dialog", { name: "Disconnect Example Community" })
    const name = leaving.getByLabel("Type Example Community to confirm")
    await name.fill("Exam")
    await expectQuestion(stage, leaving, name)
  })

  test("is not lost by closing what is on a customer's page", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    await dashboard.open(`/customers/${customer.id}`)

    const linking = page.getByRole("dialog", { name: "Link a Discord user" })
    const userId = linking.getByLabel("Discord user ID")
    const link = dashboard.section("Discord").getByRole("button", { name: "Link a Discord user" })
    await link.click()
    await userId.waitFor()
    await expectNoQuestion(stage, linking)
    await link.click()
    await userId.fill("8035")
    await expectQuestion(stage, linking, userId)

    await store.linkAccount(customer, discord, userOf(stage, 1))
    await store.grantAccess({ customer_id: customer.id, variant_id: variants.Silver, note: "Won" })
    await page.reload()
    const manual = dashboard.section("Manual access")
    const granting = page.getByRole("dialog", { name: "Grant access" })
    const note = granting.getByLabel("Note")
    const grant = manual.getByRole("button", { name: "Grant access" })
    await grant.click()
    await note.waitFor()
    await expectNoQuestion(stage, granting)
    await grant.click()
    await note.fill("Winner")
    await expectQuestion(stage, granting, note)

    await manual.getByRole("button", { name: "Actions for the access to Silver" }).click()
    await page.getByRole("menuitem", { name: "Change access" }).click()
    const changing = page.getByRole("dialog", { name: "Change access" })
    await changing.getByLabel("Note").fill("Won twice")
    await expectQuestion(stage, changing, changing.getByLabel("Note"))
    await manual.getByText("Note: Won", { exact: true }).waitFor()
  })
})
