import { CUSTOMERS, ORDERS, VARIANTS, type LinkCommand, type RoleRef, type Story } from "./commands"

interface Tokens {
  mayJoin: boolean
  alive: boolean
}

/**
 * What the store has promised so far, in the plainest form: who bought what, what each variant gives, who is who. It knows
 * nothing of how the plugin works.
 */
export class Promised {
  readonly #orders = new Map<number, ReadonlySet<number>>()
  /** What each variant gives to who bought it before its first change for new buyers, between that and the next, and so on. */
  readonly #mappings = new Map<number, RoleRef[][]>()
  /** Before which change an order has first had a variant. */
  readonly #bought = new Map<string, number>()
  readonly #links = new Map<number, number>()
  readonly #tokens = new Map<number, Tokens>()

  constructor({ mappings }: Pick<Story, "mappings">) {
    VARIANTS.forEach((variant) => this.map(variant, mappings[variant] ?? []))
  }

  order(order: number, variants: number[]): void {
    this.#orders.set(order, new Set(variants))
    for (const variant of variants) {
      const key = `${order} ${variant}`
      this.#bought.set(key, this.#bought.get(key) ?? this.#times(variant).length - 1)
    }
  }

  /** For everyone: what is offered no more goes from all whom it was offered to, and what is new is for all. */
  map(variant: number, roles: RoleRef[], newBuyers = false): void {
    const times = this.#times(variant)
    if (newBuyers) {
      this.#mappings.set(variant, [...times, roles])
      return
    }
    const now = times.at(-1) ?? []
    const added = roles.filter((ref) => !includes(now, ref))
    const gone = new Set(now.filter((ref) => !includes(roles, ref)))
    const changed = [...times].reverse().map((given) => {
      gone.forEach((ref) => !includes(given, ref) && gone.delete(ref))
      const left = given.filter((ref) => !includes([...gone, ...added], ref))
      return [...left, ...added]
    })
    this.#mappings.set(variant, changed.reverse())
  }

  #times(variant: number): RoleRef[][] {
    return this.#mappings.get(variant) ?? [[]]
  }

  /** Whether this link would give one Discord user to two registered customers. */
  isConflict(command: LinkCommand & { kind: "link" }): boolean {
    return (
      isRegistered(command.customer) &&
      [...this.#links].some(
        ([customer, user]) =>
          user === command.user && customer !== command.customer && isRegistered(customer),
      )
    )
  }

  link(command: LinkCommand & { kind: "link" }): void {
    this.#links.set(command.customer, command.user)
    this.#tokens.set(command.user, { mayJoin: command.mayJoin, alive: true })
  }

  /** A registered customer takes along what the same Discord user claimed as a guest. */
  unlink(customer: number): void {
    const user = this.#links.get(customer)
    this.#links.delete(customer)
    if (isRegistered(customer)) {
      this.#links.forEach((other, guest) => other === user && this.#links.delete(guest))
    }
  }

  revoke(user: number): void {
    const tokens = this.#tokens.get(user)
    if (tokens) {
      tokens.alive = false
    }
  }

  /** Whether the plugin can bring the user into a server. */
  canJoin(user: number): boolean {
    const tokens = this.#tokens.get(user)
    return (
      [...this.#links.values()].includes(user) &&
      tokens !== undefined &&
      tokens.mayJoin &&
      tokens.alive
    )
  }

  /** The roles of a server that the user has paid for. */
  rolesOf(user: number, server: number): number[] {
    const roles = ORDERS.flatMap((customer, order) =>
      this.#links.get(customer) === user
        ? [...(this.#orders.get(order) ?? [])].map((variant) => ({ order, variant }))
        : [],
    ).flatMap(({ order, variant }) => {
      const given = this.#times(variant)[this.#bought.get(`${order} ${variant}`) ?? 0] ?? []
      return given.filter((ref) => ref.server === server)
    })
    return [...new Set(roles.map((ref) => ref.role))]
  }
}

function includes(refs: readonly RoleRef[], { server, role }: RoleRef): boolean {
  return refs.some((ref) => ref.server === server && ref.role === role)
}

function isRegistered(customer: number): boolean {
  return CUSTOMERS[customer]?.registered ?? false
}
