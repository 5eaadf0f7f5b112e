import type { FoundCustomer } from "./import-match.rules"

/** What rows further up a file ask for, by what may be asked for once; each with the row that did. */
export interface EarlierRows {
  /** By reference and variant. */
  access: Map<string, number>
  /** Customers with an account, by the Discord user they are linked to. */
  users: Map<string, { customer_id: string; row: number }>
  /** Discord users, by the customer. */
  customers: Map<string, { discord_user_id: string; row: number }>
}

export function noEarlierRows(): EarlierRows {
  return { access: new Map(), users: new Map(), customers: new Map() }
}

interface AskedFor {
  row: number
  customer: FoundCustomer
  accessKey: string | null
  discord_user_id: string | null
}

export function remember(
  earlier: EarlierRows,
  { row, customer, accessKey, discord_user_id }: AskedFor,
): void {
  if (accessKey !== null) {
    earlier.access.set(accessKey, row)
  }
  if (discord_user_id === null) {
    return
  }
  earlier.customers.set(customer.id, { discord_user_id, row })
  if (customer.has_account) {
    earlier.users.set(discord_user_id, { customer_id: customer.id, row })
  }
}
