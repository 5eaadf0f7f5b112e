import type { Locator } from "playwright-core"
import type { Dashboard } from "./dashboard"
import type { Stage } from "./stage"

const NAME = "Discord Roles"

/** The pane on a product's page in which its variants' roles are chosen, as an admin handles it. */
export class RolePane {
  constructor(private readonly dashboard: Dashboard) {}

  /** The box on the product's page. */
  get section(): Locator {
    return this.dashboard.section("Discord")
  }

  get drawer(): Locator {
    return this.dashboard.page.getByRole("dialog", { name: NAME })
  }

  /** The roles to pick from, open under one variant. */
  get list(): Locator {
    return this.dashboard.page.getByRole("listbox")
  }

  async open(productId: string): Promise<void> {
    await this.dashboard.open(`/products/${productId}`)
    await this.reopen()
  }

  /** From the product's page, which is open already. */
  async reopen(): Promise<void> {
    await this.section.getByRole("button", { name: NAME }).click()
    await this.drawer.waitFor()
  }

  variant(title: string): Locator {
    return this.drawer.getByRole("group", { name: title, exact: true })
  }

  /** The names of the roles chosen for a variant, in the order shown. */
  async chosen(title: string): Promise<string[]> {
    await this.variant(title).waitFor()
    const buttons = this.variant(title).getByRole("button", { name: /^Remove / })
    const names = await buttons.evaluateAll((found) =>
      found.map((button) => button.getAttribute("aria-label") ?? ""),
    )
    return names.map((name) => name.replace(/^Remove /, "").replace(` from ${title}`, ""))
  }

  async openList(title: string): Promise<void> {
    await this.variant(title)
      .getByRole("button", { name: /Choose roles|chosen/ })
      .click()
    await this.list.waitFor()
  }

  option(role: string): Locator {
    return this.list.getByRole("option", { name: role })
  }

  async closeList(): Promise<void> {
    await this.dashboard.page.keyboard.press("Escape")
    await this.list.waitFor({ state: "detached" })
  }

  async pick(title: string, ...roles: string[]): Promise<void> {
    await this.openList(title)
    for (const role of roles) {
      await this.option(role).click()
    }
    await this.closeList()
  }

  async remove(title: string, role: string): Promise<void> {
    await this.variant(title)
      .getByRole("button", { name: `Remove ${role} from ${title}` })
      .click()
  }

  async chooseServer(name: string): Promise<void> {
    await this.drawer.getByRole("combobox", { name: "Server" }).click()
    await this.dashboard.page.getByRole("option", { name }).click()
  }

  async pressSave(): Promise<void> {
    await this.drawer.getByRole("button", { name: "Save" }).click()
  }

  /** Saves a change that touches no customer. */
  async save(): Promise<void> {
    await this.pressSave()
    await this.dashboard.toast("Discord roles saved")
    await this.drawer.waitFor({ state: "detached" })
  }
}

/** A connected server, a product with these variants, and its pane open. */
export async function openPane(stage: Stage, ...titles: string[]) {
  const { store, discord, dashboard } = stage
  const serverId = await store.connectServer(discord)
  const variants = titles.map((title, at) => ({ title, amount: 10 * (at + 1) }))
  const product = await store.createProduct("Membership", variants)
  const pane = new RolePane(dashboard)
  await pane.open(product.id)
  return { pane, product, serverId }
}

/** What each variant of a product gives, by name. */
export async function savedNames({ store }: Stage, productId: string): Promise<string[][]> {
  const variants = await store.rolesOf(productId)
  return variants.map(({ roles }) => roles.map(({ name }) => name))
}
