import type { AdminDiscordActivity, AdminDiscordVariant } from "../../../types/http"

/** What an entry's badge says at a glance: who is not in a server is neither well nor ill. */
export function toneOf({
  action,
  discord_status,
  outcome,
}: Pick<AdminDiscordActivity, "action" | "discord_status" | "outcome">): "red" | "grey" | "green" {
  if (outcome === "failed") {
    return "red"
  }
  return isNotThere({ action, discord_status }) ? "grey" : "green"
}

/** What Discord's answer means where the entry has no sentence of its own; null = Discord was not asked. */
export function plainAnswer(
  entry: Pick<AdminDiscordActivity, "action" | "discord_status">,
): "done" | "wasSo" | "there" | "notThere" | null {
  const { action, discord_status } = entry
  if (discord_status === null || discord_status >= 500) {
    return null
  }
  if (action === "member_read") {
    return isNotThere(entry) ? "notThere" : "there"
  }
  return discord_status < 300 ? "done" : discord_status === 404 ? "wasSo" : null
}

function isNotThere({
  action,
  discord_status,
}: Pick<AdminDiscordActivity, "action" | "discord_status">): boolean {
  return action === "member_read" && discord_status === 404
}

/** Variants under the product they belong to, in the order given: a product is named once. */
export function byProduct(
  variants: readonly AdminDiscordVariant[],
): { product_id: string; product: string; variants: string[] }[] {
  const products = new Map<string, { product_id: string; product: string; variants: string[] }>()
  for (const { product_id, product_title, title } of variants) {
    if (product_id !== null) {
      const known = products.get(product_id)
      const named = title === null ? [] : [title]
      products.set(product_id, {
        product_id,
        product: product_title ?? product_id,
        variants: [...(known?.variants ?? []), ...named],
      })
    }
  }
  return [...products.values()]
}
