import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../modules/discord"
import { literalLike } from "../../../modules/discord/db/db"
import type { ImportFile } from "../../../modules/discord/import/import-file.rules"
import {
  findCustomer,
  type FoundCustomer,
  type FoundVariant,
} from "../../../modules/discord/import/import-match.rules"
import type { ImportFacts } from "../../../modules/discord/import/import-plan.rules"
import { readRow, type RowRequest } from "../../../modules/discord/import/import-row.rules"
import { referenceOf } from "../../../modules/discord/import/plan-grant.rules"
import type { ConnectedUser } from "../../../modules/discord/import/plan-link.rules"
import type { RoleOffer } from "../../../modules/discord/role-mapping/no-role.rules"
import type DiscordModuleService from "../../../modules/discord/service"

const ALL = { take: null }

/** Reads what the store holds of all that a file names: a few reads, whatever the number of its rows. */
export async function readImportFacts(
  container: MedusaContainer,
  { rows }: ImportFile,
): Promise<ImportFacts> {
  const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const requests = rows.map((row) => readRow(row).request)
  const [customers, variants] = await Promise.all([
    findCustomers(container, requests),
    findVariants(container, requests),
  ])
  const customerOf = (request: RowRequest) => findCustomer(request, customers).found
  const references = requests.flatMap((request) => {
    const customer = customerOf(request)
    return customer ? [referenceOf(request, customer)] : []
  })
  const [mapped, connected, access] = await Promise.all([
    discord.roleMappings.list(variants.map(({ id }) => id)),
    findConnected(discord, {
      customer_ids: customers.map(({ id }) => id),
      discord_user_ids: said(requests, "discord_user_id"),
    }),
    references.length === 0
      ? []
      : discord.listDiscordEntitlements(
          { source: "manual", source_id: [...new Set(references)] },
          ALL,
        ),
  ])
  const giving = new Map<string, RoleOffer[]>()
  for (const role of mapped) {
    giving.set(role.variant_id, [...(giving.get(role.variant_id) ?? []), role])
  }
  return { customers, variants, giving, connected, access }
}

const CUSTOMER = ["id", "email", "has_account"]
/** Addresses that are looked for in one statement in whatever letters they are kept. */
const ALIKE = 200

/**
 * Medusa keeps an address in the letters it was given in. Most are kept in small ones or as they were typed, which an index finds;
 * those of nobody with an account are looked for in any letters.
 */
async function findCustomers(
  container: MedusaContainer,
  requests: readonly RowRequest[],
): Promise<FoundCustomer[]> {
  const typed = said(requests, "email")
  const emails = [...new Set([...typed, ...typed.map((email) => email.toLowerCase())])]
  const [byId, byEmail] = await Promise.all([
    find<FoundCustomer>(container, "customer", CUSTOMER, { id: said(requests, "customer_id") }),
    find<FoundCustomer>(container, "customer", CUSTOMER, { email: emails }),
  ])
  const known = new Set(
    byEmail.flatMap(({ email, has_account }) => (has_account ? (email?.toLowerCase() ?? []) : [])),
  )
  const alike = await findAlike(
    container,
    [...new Set(typed.map((email) => email.toLowerCase()))].filter((email) => !known.has(email)),
  )
  return [...new Map([...byId, ...byEmail, ...alike].map((each) => [each.id, each])).values()]
}

async function findAlike(container: MedusaContainer, emails: string[]): Promise<FoundCustomer[]> {
  const found: FoundCustomer[] = []
  for (let at = 0; at < emails.length; at += ALIKE) {
    const $or = emails
      .slice(at, at + ALIKE)
      .map((email) => ({ email: { $ilike: literalLike(email) } }))
    found.push(...(await find<FoundCustomer>(container, "customer", CUSTOMER, { $or })))
  }
  return found
}

async function findVariants(
  container: MedusaContainer,
  requests: readonly RowRequest[],
): Promise<FoundVariant[]> {
  const fields = ["id", "sku", "title", "product.id", "product.title"]
  const [byId, bySku] = await Promise.all([
    find<FoundVariant>(container, "product_variant", fields, { id: said(requests, "variant_id") }),
    find<FoundVariant>(container, "product_variant", fields, { sku: said(requests, "sku") }),
  ])
  return [...new Map([...byId, ...bySku].map((each) => [each.id, each])).values()]
}

async function findConnected(
  discord: DiscordModuleService,
  { customer_ids, discord_user_ids }: { customer_ids: string[]; discord_user_ids: string[] },
): Promise<ConnectedUser[]> {
  const config = { ...ALL, relations: ["account"] }
  const links = await Promise.all([
    customer_ids.length === 0
      ? []
      : discord.listDiscordAccountLinks({ customer_id: customer_ids }, config),
    discord_user_ids.length === 0
      ? []
      : discord.listDiscordAccountLinks({ account: { discord_user_id: discord_user_ids } }, config),
  ])
  return links.flat().map(({ customer_id, registered, account }) => ({
    customer_id,
    registered,
    discord_user_id: account.discord_user_id,
    name: account.global_name ?? account.username,
  }))
}

/** What the rows say in a column, each once. */
function said(requests: readonly RowRequest[], column: TextColumn): string[] {
  return [...new Set(requests.flatMap((request) => request[column] ?? []))]
}

type TextColumn = "email" | "customer_id" | "variant_id" | "sku" | "discord_user_id"

async function find<Found>(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Record<string, unknown[]>,
): Promise<Found[]> {
  if (Object.values(filters).flat().length === 0) {
    return []
  }
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  return (await query.graph({ entity, fields, filters })).data as Found[]
}
