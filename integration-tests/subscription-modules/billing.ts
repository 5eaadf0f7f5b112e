import type { SubscriptionReading } from "../../src/modules/discord/subscription/subscription-sources.rules"

const holder = globalThis as typeof globalThis & {
  testBilling?: Map<string, SubscriptionReading[]>
}

/** The books of a billing system that no module of Medusa knows. */
export const billing = (holder.testBilling ??= new Map<string, SubscriptionReading[]>())

export function readBilling(id: string): Promise<SubscriptionReading[] | null> {
  return Promise.resolve(billing.get(id) ?? null)
}
