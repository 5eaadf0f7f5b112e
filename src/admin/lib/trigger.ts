const PAGES = { order: "order", cus: "customer", user: "user" } as const

export interface Trigger {
  kind: (typeof PAGES)[keyof typeof PAGES] | "clock" | "other"
  id: string
}

/** Reads what an activity entry was caused by: `order order_01…`, a bare Medusa id, `clock`, or something of a store's own. */
export function readTrigger(trigger: string): Trigger {
  const id = trigger.split(" ").at(-1) ?? trigger
  const prefix = id.split("_")[0] ?? ""
  if (trigger === "clock") {
    return { kind: "clock", id }
  }
  return isPage(prefix) && id !== prefix ? { kind: PAGES[prefix], id } : { kind: "other", id }
}

function isPage(prefix: string): prefix is keyof typeof PAGES {
  return Object.hasOwn(PAGES, prefix)
}
