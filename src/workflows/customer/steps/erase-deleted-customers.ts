import type { ICustomerModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { isWholeLookDue } from "../../../modules/discord/chore/swept-tables.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { eraseCustomer, heldCustomers } from "../utils/erase-customer"

/** Without an index each page reads the table. */
const PAGE = 5_000

/**
 * Finds customers deleted since the last look, and erases those the plugin still holds something of. Where there are many customers
 * and no index leads to the deleted ones, it looks once an hour.
 */
export const eraseDeletedCustomersStep = createStep(
  "discord-erase-deleted-customers",
  async (_: undefined, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { deleted } = discord.accounts
    const startedAt = new Date()
    const since = await deleted.customersSince()
    const tables = await discord.chores.sweptTables(["customer"])
    if (!isWholeLookDue(tables, since, startedAt)) {
      return new StepResponse<string[]>([])
    }
    const server_ids = new Set<string>()
    for await (const ids of deletedSince(container, since)) {
      for (const id of await heldCustomers(container, ids)) {
        const marked = await eraseCustomer(container, id)
        marked.forEach((server) => server_ids.add(server))
      }
    }
    await deleted.customersDoneUntil(startedAt)
    return new StepResponse([...server_ids])
  },
)

/** Pages by id, which never changes: who is deleted meanwhile moves nobody to another page. */
async function* deletedSince(container: MedusaContainer, since: Date): AsyncGenerator<string[]> {
  const customers = container.resolve<ICustomerModuleService>(Modules.CUSTOMER)
  let last = ""
  for (;;) {
    const page = await customers.listCustomers(
      // Medusa's own type leaves out the column that it filters by all the same.
      { deleted_at: { $gte: since }, id: { $gt: last } } as object,
      { withDeleted: true, select: ["id"], order: { id: "ASC" }, take: PAGE },
    )
    yield page.map(({ id }) => id)
    if (page.length < PAGE) {
      return
    }
    last = page.at(-1)?.id ?? last
  }
}
