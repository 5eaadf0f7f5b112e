import fc from "fast-check"
import type { Fault } from "../../../discord-sandbox/api/faults"

/*
 * Everything that may happen to a small world: two Discord users, three customers, three variants, two servers. Numbers are
 * places in the world's lists, so that a story can be told anew, and made shorter, in a world of its own.
 */

export const USERS = [0, 1] as const
export const SERVERS = [0, 1] as const
export const VARIANTS = [0, 1, 2] as const
/** Roles that variants may give; the one after them is only a moderator's. */
const ROLES = [0, 1, 2, 3] as const
const MODERATORS_ROLE = 4
/** Customers in order; the last is a guest, who may share an account with a registered one. */
export const CUSTOMERS = [{ registered: true }, { registered: true }, { registered: false }]
/** The customer of each order. */
export const ORDERS = [0, 0, 1, 2] as const

export interface RoleRef {
  server: number
  role: number
}

export type OrderCommand = { kind: "order"; order: number; variants: number[] }
export type MapCommand = {
  kind: "map"
  variant: number
  roles: RoleRef[]
  /** Whether who has bought already keeps what they have. */
  newBuyers: boolean
}
export type LinkCommand =
  | { kind: "link"; customer: number; user: number; mayJoin: boolean }
  | { kind: "unlink"; customer: number }

export type Command =
  | OrderCommand
  | { kind: "cancel"; order: number }
  | MapCommand
  | LinkCommand
  /** Two changes that do not know of each other, at the same moment. */
  | { kind: "together"; first: OrderCommand | MapCommand; second: MapCommand | LinkCommand }
  /** The user joins by an invite. */
  | { kind: "enter"; user: number; server: number; roles: number[] }
  | { kind: "leave"; user: number; server: number }
  | { kind: "kick"; user: number; server: number }
  /** A moderator gives or takes a role by hand. */
  | ({ kind: "give"; user: number } & RoleRef)
  | ({ kind: "take"; user: number } & RoleRef)
  /** The user removes the application in Discord's settings. */
  | { kind: "revoke"; user: number }
  | { kind: "expire"; user: number }
  /** The user, or an admin, asks for a look. */
  | { kind: "look"; user: number }
  | { kind: "fault"; user: number; fault: Fault }
  | { kind: "restart" }
  /** Work goes on, for a few turns of the event loop or until it is done. */
  | { kind: "breathe"; turns: number }
  | { kind: "settle" }

export interface Story {
  /** Roles of each variant at the start. */
  mappings: RoleRef[][]
  /** Who is in which server at the start, and with which roles: by user, then by server; null = not in it. */
  members: (number[] | null)[][]
  /** Links and orders, so that most stories are about somebody. */
  opening: Command[]
  commands: Command[]
}

const user = fc.constantFrom(...USERS)
const server = fc.constantFrom(...SERVERS)
const variant = fc.constantFrom(...VARIANTS)
const customer = fc.nat(CUSTOMERS.length - 1)
const role = fc.constantFrom(...ROLES)
const anyRole = fc.constantFrom(...ROLES, MODERATORS_ROLE)
const roleRef: fc.Arbitrary<RoleRef> = fc.record({ server, role })
const mapping = fc.uniqueArray(roleRef, {
  maxLength: 5,
  selector: (ref) => `${ref.server}/${ref.role}`,
})
const heldRoles = fc.subarray([...ROLES, MODERATORS_ROLE])

const order: fc.Arbitrary<OrderCommand> = fc.record({
  kind: fc.constant("order" as const),
  order: fc.nat(ORDERS.length - 1),
  variants: fc.subarray([...VARIANTS], { minLength: 1 }),
})
const map: fc.Arbitrary<MapCommand> = fc.record({
  kind: fc.constant("map" as const),
  variant,
  roles: mapping,
  newBuyers: fc.constantFrom(false, true),
})
/** At the same moment as a purchase: nobody could say which came first. */
const mapForAll = map.map((command): MapCommand => ({ ...command, newBuyers: false }))
const link: fc.Arbitrary<LinkCommand> = fc.record({
  kind: fc.constant("link" as const),
  customer,
  user,
  mayJoin: fc.constantFrom(true, true, true, true, false),
})
const unlink: fc.Arbitrary<LinkCommand> = fc.record({
  kind: fc.constant("unlink" as const),
  customer,
})

const times = fc.integer({ min: 1, max: 3 })
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ status: fc.constantFrom(500, 502), times }) },
  {
    weight: 6,
    arbitrary: fc.record({ status: fc.constant(502), apply: fc.constant(true), times }),
  },
  { weight: 9, arbitrary: fc.record({ drop: fc.constant("before" as const), times }) },
  { weight: 12, arbitrary: fc.record({ drop: fc.constant("after" as const), times }) },
  { weight: 12, arbitrary: fc.record({ delay_ms: fc.integer({ min: 1, max: 20 }), times }) },
  // Names no time to wait: the bucket is shut for a second, so not too often.
  { weight: 1, arbitrary: fc.record({ status: fc.constant(429), times: fc.constant(1) }) },
)

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: order },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("cancel" as const), order: fc.nat(3) }) },
  { weight: 3, arbitrary: map },
  { weight: 6, arbitrary: link },
  { weight: 2, arbitrary: unlink },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("together" as const),
      first: fc.oneof(order, mapForAll),
      second: fc.oneof(mapForAll, link, unlink),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("enter" as const), user, server, roles: heldRoles }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("leave" as const, "kick" as const),
      user,
      server,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("give" as const, "take" as const),
      user,
      server,
      role: anyRole,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("revoke" as const, "expire" as const), user }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("look" as const), user }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("fault" as const), user, fault }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("breathe" as const),
      turns: fc.integer({ min: 1, max: 60 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("settle" as const) }) },
)

export const story: fc.Arbitrary<Story> = fc.record({
  mappings: fc.array(mapping, { minLength: VARIANTS.length, maxLength: VARIANTS.length }),
  members: fc.array(
    fc.array(fc.option(heldRoles, { nil: null }), {
      minLength: SERVERS.length,
      maxLength: SERVERS.length,
    }),
    { minLength: USERS.length, maxLength: USERS.length },
  ),
  opening: fc
    .tuple(fc.subarray([0, 1, 2]), fc.array(order, { maxLength: 2 }))
    .map(([linked, orders]): Command[] => [
      ...linked.map((at) => ({ kind: "link" as const, customer: at, user: at % 2, mayJoin: true })),
      ...orders,
    ]),
  commands: fc.array(command, { minLength: 1, maxLength: 14, size: "max" }),
})
