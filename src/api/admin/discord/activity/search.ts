import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ActivitySearch } from "../../../../modules/discord/activity/activity-filter.store"

/** More customers than this under one e-mail address are not looked for: guests have one customer an order. */
const MAX_CUSTOMERS = 200
const ORDER_NUMBER = /^#?(\d{1,9})$/

/** What the shop knows by the words typed: customers by e-mail address, orders by number. */
export async function searchOf(scope: MedusaContainer, text: string): Promise<ActivitySearch> {
  const [customer_ids, order_ids] = await Promise.all([
    customersBy(scope, [text]),
    ordersBy(scope, [text]),
  ])
  return { text, customer_ids, order_ids }
}

/** Orders by id, or by the number that a person knows. */
export async function orderIds(
  scope: MedusaContainer,
  asked: string[] | undefined,
): Promise<string[] | undefined> {
  return asked && [...asked, ...(await ordersBy(scope, asked))]
}

/** Customers by id, or by e-mail address. */
export async function customerIds(
  scope: MedusaContainer,
  asked: string[] | undefined,
): Promise<string[] | undefined> {
  return asked && [...asked, ...(await customersBy(scope, asked))]
}

async function ordersBy(scope: MedusaContainer, words: string[]): Promise<string[]> {
  const numbers = words.flatMap((word) => {
    const number = ORDER_NUMBER.exec(word.trim())?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  if (numbers.length === 0) {
    return []
  }
  const { data } = await queryOf(scope).graph({
    entity: "order",
    fields: ["id"],
    filters: { display_id: numbers },
  })
  return idsOf(data as { id: string }[])
}

async function customersBy(scope: MedusaContainer, words: string[]): Promise<string[]> {
  const emails = words.filter((word) => word.includes("@")).map((word) => word.trim().toLowerCase())
  if (emails.length === 0) {
    return []
  }
  const { data } = await queryOf(scope).graph({
    entity: "customer",
    fields: ["id"],
    filters: { email: emails },
    pagination: { take: MAX_CUSTOMERS, skip: 0 },
  })
  return idsOf(data as { id: string }[])
}

function idsOf(found: { id: string }[]): string[] {
  return found.map(({ id }) => id)
}

function queryOf(scope: MedusaContainer): RemoteQueryFunction {
  return scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
}
