import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { sweepOrdersWorkflow } from "../../../../src/workflows/entitlement"
import type { Buyer } from "../../account/buyers"
import { ROLE_NAMES, type RoleName } from "../../server/discord"
import { OrderAdmin } from "../order-admin"
import type { Scene } from "../../store/suite"
import { Ledger } from "./ledger"
import type { Act } from "./steps"

/** A return that is awaited, and what it is part of. */
interface Awaited {
  of: "return" | "claim" | "exchange"
  /** Of the return, the claim or the exchange. */
  id: string
  order: string
  plan: RoleName
  line: string
  /** The line that a claim or an exchange sent out in turn. */
  sent: string | null
  receive: (damaged: boolean) => Promise<void>
}

/** What makes no sense where it stands in a story. */
export class Senseless extends Error {}

/** Some orders of two people, what happens to them in Medusa, and what the shopkeeper writes down of it. */
export class Scenario {
  readonly ledger = new Ledger()
  readonly mapping: Record<RoleName, RoleName[]> = {
    Bronze: ["Bronze"],
    Silver: ["Silver"],
    Gold: ["Gold"],
  }
  readonly #orderAdmin: OrderAdmin
  readonly #captured = new Set<string>()
  readonly #drafts: string[] = []
  readonly #unpaid: string[] = []
  readonly #awaited: Awaited[] = []

  constructor(
    readonly scene: Scene,
    readonly people: readonly [Buyer, Buyer],
  ) {
    this.#orderAdmin = new OrderAdmin(scene.admin, scene.store)
  }

  /** Lets it happen, and writes it down. @returns which kind of thing it was @throws when Medusa refuses it */
  async play(act: Act): Promise<string> {
    switch (act.do) {
      case "buy":
        return this.#buy(act.plan, this.#person(act.who))
      case "draft":
        return this.#draft(act.plan, this.#person(act.who))
      case "convert":
      case "pay":
      case "authorise":
        return this.#finishDraft(act.do)
      case "capture":
      case "complete":
      case "archive":
        return this.#handle(act.do, this.#order(act.nth))
      case "cancel":
        return this.#cancel(this.#order(act.nth))
      case "refund": {
        await this.#orderAdmin.refund(this.#order(act.nth), act.isAll ? undefined : 1)
        return act.isAll ? "refund whole" : "refund part"
      }
      case "return":
      case "ask":
        return this.#return(this.#order(act.nth), act.plan, act.do === "ask" ? null : act.pieces)
      case "claim":
        return this.#claim(this.#order(act.nth), act.plan, act.replacement)
      case "exchange":
        return this.#exchange(this.#order(act.nth), act.plan, act.to)
      case "receive":
        return this.#receive(act.damaged)
      case "withdraw":
        return this.#withdraw()
      case "edit":
        return this.#edit(this.#order(act.nth), act.plan, act.to)
      case "askTransfer":
      case "toGuest":
        return this.#moveAway(act.do, this.#order(act.nth))
      case "transfer":
        return this.#transfer(this.#order(act.nth), this.#person(act.who))
      case "map":
        this.mapping[act.plan] = act.roles
        await this.scene.map(this.mapping)
        return "map"
      case "sweep":
        await sweepOrdersWorkflow(this.scene.container).run()
        return "sweep"
    }
  }

  async #buy(plan: RoleName, { customer }: Buyer): Promise<string> {
    const order = await customer.buyItems([
      { variant_id: this.scene.store.variants[plan], quantity: 2 },
    ])
    this.ledger.sold(order, customer.id)
    await this.#writeDownLines(order, 2)
    return "buy"
  }

  async #draft(plan: RoleName, { customer }: Buyer): Promise<string> {
    const order = await this.#orderAdmin.draft(customer.id, customer.email, plan)
    this.ledger.sold(order, customer.id)
    this.ledger.unsold(order)
    await this.#writeDownLines(order, 1)
    this.#drafts.push(order)
    return "draft"
  }

  async #finishDraft(what: "convert" | "pay" | "authorise"): Promise<string> {
    const order = (what === "convert" ? this.#drafts : this.#unpaid).pop()
    if (order === undefined) {
      throw new Senseless("there is no such draft")
    }
    if (what === "convert") {
      await this.#orderAdmin.convertDraft(order)
      this.ledger.soldAfterAll(order)
      this.#unpaid.push(order)
    } else if (what === "pay") {
      await this.#orderAdmin.markAsPaid(order, 20)
    } else {
      // As a payment provider's webhook does.
      const data = { session_id: await this.#orderAdmin.askForPayment(order, 20), amount: 20 }
      await processPaymentWorkflow(this.scene.container).run({
        input: { action: PaymentActions.AUTHORIZED, data },
      })
    }
    return what
  }

  async #handle(what: "capture" | "complete" | "archive", order: string): Promise<string> {
    await this.#orderAdmin[what](order)
    if (what === "capture") {
      this.#captured.add(order)
    }
    return what
  }

  async #cancel(order: string): Promise<string> {
    await this.#orderAdmin.cancel(order)
    this.ledger.unsold(order)
    return this.#captured.has(order) ? "cancel captured" : "cancel"
  }

  async #return(order: string, plan: RoleName, pieces: number | null): Promise<string> {
    const orderAdmin = this.#orderAdmin
    const { id: line } = await orderAdmin.line(order, plan)
    const returnId = await orderAdmin.requestReturn(order, plan, pieces ?? 1)
    if (pieces === null) {
      const receive = (damaged: boolean) =>
        orderAdmin.receiveReturn(order, returnId, plan, { damaged })
      this.#awaited.push({ of: "return", id: returnId, order, plan, line, sent: null, receive })
      return "ask"
    }
    await orderAdmin.receiveReturn(order, returnId, plan, { quantity: pieces })
    this.ledger.gone(line, pieces)
    return pieces === 1 ? "return part" : "return whole"
  }

  async #claim(order: string, plan: RoleName, replacement: RoleName | null): Promise<string> {
    const orderAdmin = this.#orderAdmin
    const { id: line } = await orderAdmin.line(order, plan)
    if (replacement === null) {
      await orderAdmin.claim(order, plan)
      this.ledger.gone(line, 1)
      return "claim with refund"
    }
    const id = await orderAdmin.claim(order, plan, { replacement, isAskedBack: true })
    this.ledger.gone(line, 1)
    const sent = await this.#writeDownLines(order, 1)
    const receive = (damaged: boolean) => orderAdmin.receiveClaimed(order, id, plan, { damaged })
    this.#awaited.push({ of: "claim", id, order, plan, line, sent, receive })
    return "claim with replacement"
  }

  async #exchange(order: string, plan: RoleName, to: RoleName): Promise<string> {
    const orderAdmin = this.#orderAdmin
    const { id: line } = await orderAdmin.line(order, plan)
    const { exchangeId, returnId } = await orderAdmin.exchange(order, plan, to)
    const sent = await this.#writeDownLines(order, 1)
    const receive = (damaged: boolean) =>
      orderAdmin.receiveReturn(order, returnId, plan, { damaged })
    this.#awaited.push({ of: "exchange", id: exchangeId, order, plan, line, sent, receive })
    return "exchange"
  }

  async #receive(damaged: boolean): Promise<string> {
    const awaited = this.#takeAwaited()
    await awaited.receive(damaged)
    // What was claimed was written off already.
    if (awaited.of !== "claim") {
      this.ledger.gone(awaited.line, 1)
    }
    return `receive ${awaited.of}${damaged && awaited.of !== "exchange" ? " damaged" : ""}`
  }

  async #withdraw(): Promise<string> {
    const { of, id, line, sent } = this.#takeAwaited()
    if (of === "return") {
      await this.#orderAdmin.cancelReturn(id)
    } else if (of === "claim") {
      await this.#orderAdmin.cancelClaim(id)
      this.ledger.gone(line, -1)
    } else {
      await this.#orderAdmin.cancelExchange(id)
    }
    if (sent !== null) {
      this.ledger.changed(sent, 0)
    }
    return `withdraw ${of}`
  }

  async #edit(order: string, plan: RoleName, to: number): Promise<string> {
    const line = await this.#orderAdmin.line(order, plan).catch(() => null)
    await this.#orderAdmin.edit(order, { [plan]: to })
    if (line) {
      this.ledger.changed(line.id, to)
      return to === 0 ? "edit removes" : "edit changes"
    }
    await this.#writeDownLines(order, to)
    return "edit adds"
  }

  async #moveAway(what: "askTransfer" | "toGuest", order: string): Promise<string> {
    if (what === "toGuest") {
      await this.#orderAdmin.transferToGuest(order, `guest-${order.toLowerCase()}@test.store`)
      this.ledger.sold(order, null)
    } else {
      const { customer } =
        this.people.find((each) => each.customer.id !== this.ledger.ownerOf(order)) ??
        this.people[0]
      await this.#orderAdmin.transfer(order, customer.id)
    }
    return what
  }

  async #transfer(order: string, { customer }: Buyer): Promise<string> {
    await this.#orderAdmin.transfer(order, customer.id)
    await this.#orderAdmin.acceptTransfer(order, customer)
    this.ledger.sold(order, customer.id)
    return "transfer"
  }

  /** Lines the ledger does not know yet, of so many pieces each. @returns the first one's id */
  async #writeDownLines(order: string, pieces: number): Promise<string | null> {
    const { items } = await this.#orderAdmin.read(order)
    const added = items.filter(({ id }) => !this.ledger.has(id))
    for (const { id, variant_id } of added) {
      const plan = ROLE_NAMES.find((name) => this.scene.store.variants[name] === variant_id)
      if (plan) {
        this.ledger.added(id, order, plan, pieces)
      }
    }
    return added[0]?.id ?? null
  }

  #takeAwaited(): Awaited {
    const awaited = this.#awaited.pop()
    if (!awaited) {
      throw new Senseless("nothing is awaited")
    }
    return awaited
  }

  #order(nth: number): string {
    const { orders } = this.ledger
    const order = nth < 0 ? orders.at(-1) : orders[nth % Math.max(1, orders.length)]
    if (order === undefined) {
      throw new Senseless("nothing was bought yet")
    }
    return order
  }

  #person(who: number): Buyer {
    return this.people[who === 0 ? 0 : 1]
  }
}
