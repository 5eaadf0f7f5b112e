import { z } from "@medusajs/framework/zod"

/** A subscription as the recipe keeps it, as far as the demo looks at it. */
export interface Subscription {
  id: string
  status: "active" | "canceled" | "expired" | "failed"
  subscription_date: Date
  last_order_date: Date
  next_order_date: Date | null
  expiration_date: Date
  metadata: Record<string, unknown> | null
  /** Linked: the plan. */
  product_variant?: { id: string }
}

const DAY_MS = 86_400_000

/** A downgrade waits for the next renewal: the recipe's record has a place for such things. */
const metadataSchema = z.object({ next_variant_id: z.string().nullish() }).nullable()

/** What it gives now, and what from the next renewal on. */
export function planOf({ metadata, product_variant }: Subscription) {
  const next_variant_id = metadataSchema.parse(metadata)?.next_variant_id ?? null
  return { variant_id: product_variant?.id ?? "", next_variant_id }
}

/** A month from now, and a day more: a renewal that comes late takes no roles. */
export function newPeriod(now: Date) {
  const next_order_date = new Date(now)
  next_order_date.setUTCMonth(next_order_date.getUTCMonth() + 1)
  return {
    last_order_date: now,
    next_order_date,
    expiration_date: new Date(next_order_date.getTime() + DAY_MS),
  }
}

/** Whether it gives something, or will once it is paid. */
export function isRunning({ status, expiration_date }: Subscription, now: Date): boolean {
  if (status === "canceled") return expiration_date > now
  return status !== "expired"
}

/** The recipe's cancel; what is paid for stays. */
export function canceled({ next_order_date, expiration_date }: Subscription) {
  return {
    status: "canceled" as const,
    next_order_date: null,
    expiration_date: next_order_date ?? expiration_date,
  }
}

/** A canceled one goes on as if nothing had been said. */
export function resumed({ expiration_date }: Subscription) {
  return {
    status: "active" as const,
    next_order_date: expiration_date,
    expiration_date: new Date(expiration_date.getTime() + DAY_MS),
  }
}

/** Up at once, down with the next renewal: what is paid for is not taken. */
export function changed(subscription: Subscription, wanted: string, isUpgrade: boolean) {
  const { variant_id } = planOf(subscription)
  if (isUpgrade) return { variant_id: wanted, data: { metadata: null } }
  const metadata = wanted === variant_id ? null : { next_variant_id: wanted }
  return { variant_id, data: { metadata } }
}

/** One month more is paid, and a downgrade's time has come. */
export function renewed(subscription: Subscription, now: Date) {
  const { variant_id, next_variant_id } = planOf(subscription)
  return {
    variant_id: next_variant_id ?? variant_id,
    data: { status: "active" as const, ...newPeriod(now), metadata: null },
  }
}

/** All its dates earlier, so that its next one is now: what the clock would bring, without touching the clock. */
export function movedToItsNextDate(subscription: Subscription, now: Date) {
  const { subscription_date, last_order_date, next_order_date, expiration_date } = subscription
  const ms = (next_order_date ?? expiration_date).getTime() - now.getTime()
  const earlier = (date: Date) => new Date(date.getTime() - ms)
  return {
    subscription_date: earlier(subscription_date),
    last_order_date: earlier(last_order_date),
    next_order_date: next_order_date && earlier(next_order_date),
    expiration_date: earlier(expiration_date),
  }
}
