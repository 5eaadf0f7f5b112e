import { answered, say, type Message } from "../../../../messages"
import type { UnnamedActivity } from "../../../../modules/discord/activity/activity.reads"
import { kindOf, readTrigger } from "../../../../modules/discord/activity/trigger.rules"
import type {
  AdminDiscordActivity,
  AdminDiscordActivityCause,
  AdminDiscordVariant,
} from "../../../../types/http"
import type { IdsByKind, Names } from "./names"

/** Every id in these entries that the shop may have a name for, each once. */
export function idsIn(entries: readonly UnnamedActivity[]): IdsByKind {
  const found = { order: [], variant: [], customer: [], user: [], product: [] } as IdsByKind
  const all = new Set(
    entries.flatMap(({ customer_id, message_detail, triggers }) => [
      ...triggers.map((trigger) => readTrigger(trigger).id),
      ...textsOf(message_detail),
      customer_id ?? "",
    ]),
  )
  for (const id of all) {
    const kind = kindOf(id)
    if (kind) {
      found[kind].push(id)
    }
  }
  return found
}

/** An entry with everybody and everything in it by name. What has none keeps its id. */
export function named(entry: UnnamedActivity, names: Names): AdminDiscordActivity {
  const { triggers, customer_id, ...rest } = entry
  const { message_detail } = entry
  const message = message_detail && namedMessage(message_detail, names)
  return {
    ...rest,
    causes: triggers.map((trigger) => causeOf(trigger, names)),
    customer: customerOf(entry, names),
    ...answered("named_message", message),
    variants: textsOf(message_detail)
      .filter((id) => kindOf(id) === "variant")
      .map((id) => variantOf(id, names)),
  }
}

function causeOf(trigger: string, names: Names): AdminDiscordActivityCause {
  const { kind, id } = readTrigger(trigger)
  switch (kind) {
    case "order":
      return { kind, id, display_id: names.order.get(id) ?? null }
    case "variant":
      return { kind, id, variant: variantOf(id, names) }
    case "customer":
    case "user":
    case "product":
      return { kind, id, name: names[kind].get(id) ?? null }
    default:
      return { kind, id }
  }
}

/** Who is linked to the account, or else whom the message names, or who did it themselves; nobody who is gone. */
function customerOf(
  { customer_id, message_detail, triggers }: UnnamedActivity,
  { customer: names }: Names,
): AdminDiscordActivity["customer"] {
  const inMessage = message_detail?.params.customer_id
  for (const id of [customer_id, inMessage, ...triggers]) {
    const name = typeof id === "string" ? names.get(id) : undefined
    if (typeof id === "string" && name !== undefined) {
      return { id, name }
    }
  }
  return null
}

function namedMessage({ code, params }: Message, names: Names): Message {
  if (code === "activity.tested_on") {
    // The entry names the member beside it.
    return say("activity.tested")
  }
  const shown = Object.entries(params).map(([param, value]) => {
    if (typeof value === "string") {
      return [param, namedText(value, names)]
    }
    return Array.isArray(value)
      ? [
          param,
          value.map((each: string | Message) =>
            typeof each === "string" ? namedText(each, names) : each,
          ),
        ]
      : [param, value]
  })
  return { code, params: Object.fromEntries(shown) as Message["params"] }
}

function namedText(text: string, names: Names): string | Message {
  // An entitlement is known by what it gives and to whom, which the same sentence says.
  return /^dent_\w+$/.test(text) ? say("entitlement.access") : nameOf(text, names)
}

function nameOf(id: string, names: Names): string {
  const kind = kindOf(id)
  switch (kind) {
    case "order": {
      const number = names.order.get(id)
      return number === undefined ? id : `#${number}`
    }
    case "variant":
      return variantName(variantOf(id, names))
    case "customer":
    case "user":
    case "product":
      return names[kind].get(id) ?? id
    case null:
      return id
  }
}

export function variantName({ id, product_title, title }: AdminDiscordVariant): string {
  return [product_title, title].filter(Boolean).join(": ") || id
}

function variantOf(id: string, names: Names): AdminDiscordVariant {
  return names.variant.get(id) ?? { id, title: null, product_id: null, product_title: null }
}

/** The texts that a message names, of its lists as well. */
function textsOf(message: Message | null): string[] {
  return Object.values(message?.params ?? {})
    .flat()
    .filter((value) => typeof value === "string")
}
