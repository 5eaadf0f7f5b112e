import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { refreshEntitlements } from "../../../../src/modules/discord/entitlement/entitlement.store"
import { markOwners } from "../../../../src/modules/discord/membership/mark-owners.store"
import type { NewMapping } from "../../../../src/modules/discord/role-mapping/mapping-plan.rules"

interface Shop {
  db: Knex
  /** Discord users who own Gold. */
  users: string[]
  edit: (mappings: NewMapping[]) => Promise<{ run_id: string | null }>
  gives: (variant: string, ...roles: string[]) => NewMapping[]
}

/** Who loses a variant while its owners are being marked. */
export function testLosses(shop: () => Shop): void {
  it("takes the former roles of who loses the variant before its owners are marked, in a server that gives none now", async () => {
    const { db, edit, gives, users } = shop()
    const [loser = ""] = users
    const order = { source: "order" as const, source_id: `order_${loser}` }
    const { run_id } = await edit(gives("gold", "c"))
    await refreshEntitlements(db, { ...order, facts: [] })
    await markOwners(db, run_id ?? "")
    const [former] = await db<{ status: string }>("discord_membership").where({
      account_id: `dacc_${loser}`,
      server_id: "dserv_one",
    })
    expect(former).toMatchObject({ status: "due" })
    await db("discord_entitlement").where(order).update({ ends_at: null, ended_reason: null })
  })
}
