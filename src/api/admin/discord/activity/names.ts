import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NamedKind } from "../../../../modules/discord/activity/trigger.rules"
import type { AdminDiscordVariant } from "../../../../types/http"

/** Ids by what they are ids of. */
export type IdsByKind = Record<NamedKind, string[]>

/** What the shop calls them. Who or what is not in it is gone, or was never there. */
export interface Names {
  order: ReadonlyMap<string, number>
  variant: ReadonlyMap<string, AdminDiscordVariant>
  customer: ReadonlyMap<string, string>
  user: ReadonlyMap<string, string>
  product: ReadonlyMap<string, string>
}

interface FoundVariant {
  id: string
  title: string | null
  product: { id: string; title: string } | null
}

interface FoundPerson {
  id: string
  first_name: string | null
  last_name: string | null
  email: string | null
}

/** Reads what the shop calls these: at most five reads, side by side, whatever their number. */
export async function readNames(scope: MedusaContainer, ids: IdsByKind): Promise<Names> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const read = async <Found>(entity: string, wanted: string[], fields: string[]) => {
    if (wanted.length === 0) {
      return []
    }
    const { data } = await query.graph({ entity, fields, filters: { id: wanted } })
    return data as Found[]
  }
  const person = ["id", "first_name", "last_name", "email"]
  const [orders, variants, customers, users, products] = await Promise.all([
    read<{ id: string; display_id: number }>("order", ids.order, ["id", "display_id"]),
    read<FoundVariant>("product_variant", ids.variant, [
      "id",
      "title",
      "product.id",
      "product.title",
    ]),
    read<FoundPerson>("customer", ids.customer, person),
    read<FoundPerson>("user", ids.user, person),
    read<{ id: string; title: string }>("product", ids.product, ["id", "title"]),
  ])
  return {
    order: new Map(orders.map(({ id, display_id }) => [id, display_id])),
    variant: new Map(
      variants.map(({ id, title, product }) => [
        id,
        { id, title, product_id: product?.id ?? null, product_title: product?.title ?? null },
      ]),
    ),
    customer: new Map(customers.map((each) => [each.id, nameOf(each)])),
    user: new Map(users.map((each) => [each.id, nameOf(each)])),
    product: new Map(products.map(({ id, title }) => [id, title])),
  }
}

function nameOf({ id, first_name, last_name, email }: FoundPerson): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email || id
}
