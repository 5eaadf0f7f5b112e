const PAGES = {
  order: "order",
  cus: "customer",
  user: "user",
  variant: "variant",
  prod: "product",
} as const
/** What the engine gives a role for, and where the facts of it come from, the longest words first. */
const SOURCES = [
  ["subscription source ", "source"],
  ["subscription ", "subscription"],
  ["manual ", "manual"],
] as const

/** What Medusa has a record of, and so a name. */
export type NamedKind = (typeof PAGES)[keyof typeof PAGES]

export interface Trigger {
  kind: NamedKind | (typeof SOURCES)[number][1] | "clock" | "orders" | "other"
  id: string
}

/** Reads what an activity entry was caused by: `order order_01…`, a bare Medusa id, `clock`, or something of a store's own. */
export function readTrigger(trigger: string): Trigger {
  const source = SOURCES.find(([words]) => trigger.startsWith(words))
  if (source) {
    const [words, kind] = source
    return { kind, id: trigger.slice(words.length) }
  }
  const id = trigger.split(" ").at(-1) ?? trigger
  if (trigger === "clock" || trigger === "orders") {
    return { kind: trigger, id }
  }
  return { kind: kindOf(id) ?? "other", id }
}

/** What an id of Medusa's is an id of; null for any other text. */
export function kindOf(text: string): NamedKind | null {
  const [, prefix = ""] = /^([a-z]+)_\w+$/.exec(text) ?? []
  return isPage(prefix) ? PAGES[prefix] : null
}

function isPage(prefix: string): prefix is keyof typeof PAGES {
  return Object.hasOwn(PAGES, prefix)
}
