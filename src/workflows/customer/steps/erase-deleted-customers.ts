import type { ICustomerModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import { eraseCustomer, heldCustomers } from "../utils/erase-customer"

const PAGE = 500

/** Finds customers deleted since the last look, and erases those the plugin still holds something of. */
export const eraseDeletedCustomersStep = createStep(
  "discord-erase-deleted-customers",
  async (_: undefined, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const customers = container.resolve<ICustomerModuleService>(Modules.CUSTOMER)
    const startedAt = new Date()
    const since = await discord.accounts.deleted.customersSince()
    const server_ids = new Set<string>()
    for (let skip = 0; ; skip += PAGE) {
      const page = await customers.listCustomers(
        // Medusa's own type leaves out the column that it filters by all the same.
        { deleted_at: { $gte: since } } as object,
        { withDeleted: true, select: ["id"], order: { deleted_at: "ASC" }, take: PAGE, skip },
      )
      const ids = page.map((customer) => customer.id)
      for (const id of await heldCustomers(container, ids)) {
        const marked = await eraseCustomer(container, id)
        marked.forEach((server) => server_ids.add(server))
      }
      if (page.length < PAGE) {
        break
      }
    }
    await discord.accounts.deleted.customersDoneUntil(startedAt)
    return new StepResponse([...server_ids])
  },
)
