import type { Customer } from "../account/customer"
import { HttpClient } from "../store/http"
import type { TestStore } from "../store/store"
import type { RoleName } from "../server/discord"
import { readOrder, type AdminOrder, type OrderLine } from "./read-order"

/** What an admin does to an order in Medusa's dashboard, through the dashboard's own routes. */
export class OrderAdmin {
  readonly storefront: HttpClient

  constructor(
    readonly admin: HttpClient,
    readonly store: TestStore,
  ) {
    this.storefront = new HttpClient(admin.baseUrl, {
      "x-publishable-api-key": store.publishableKey,
    })
  }

  read(orderId: string): Promise<AdminOrder> {
    return readOrder(this.admin, orderId)
  }

  async capture(orderId: string, amount?: number): Promise<void> {
    for (const { id } of (await this.read(orderId)).payments) {
      await this.#post(`/admin/payments/${id}/capture`, { amount })
    }
  }

  async refund(orderId: string, amount?: number): Promise<void> {
    for (const { id, captured } of (await this.read(orderId)).payments) {
      await this.#post(`/admin/payments/${id}/refund`, { amount: amount ?? captured })
    }
  }

  async cancel(orderId: string): Promise<void> {
    await this.#post(`/admin/orders/${orderId}/cancel`)
  }

  async archive(orderId: string): Promise<void> {
    await this.#post(`/admin/orders/${orderId}/archive`)
  }

  async complete(orderId: string): Promise<void> {
    await this.#post(`/admin/orders/${orderId}/complete`, {})
  }

  /** Hands over everything that was ordered: what was not sent cannot come back. */
  async fulfil(orderId: string): Promise<void> {
    const { items } = await this.read(orderId)
    const open = items
      .map(({ id, detail }) => ({ id, quantity: detail.quantity - detail.fulfilled_quantity }))
      .filter(({ quantity }) => quantity > 0)
    if (open.length > 0) {
      await this.#post(`/admin/orders/${orderId}/fulfillments`, { items: open })
    }
  }

  /** Asks for pieces of a plan back. @returns the return's id */
  async requestReturn(orderId: string, plan: RoleName, quantity = 1): Promise<string> {
    await this.fulfil(orderId)
    const { return: begun } = await this.#post<{ return: { id: string } }>("/admin/returns", {
      order_id: orderId,
    })
    const { id } = await this.line(orderId, plan)
    await this.#post(`/admin/returns/${begun.id}/request-items`, { items: [{ id, quantity }] })
    await this.#post(`/admin/returns/${begun.id}/request`, {})
    return begun.id
  }

  /** Takes in what a return brought. @param damaged what came back in no state to be sold again */
  async receiveReturn(
    orderId: string,
    returnId: string,
    plan: RoleName,
    { quantity = 1, damaged = false } = {},
  ): Promise<void> {
    const { id } = await this.line(orderId, plan)
    await this.#post(`/admin/returns/${returnId}/receive`, {})
    const list = damaged ? "dismiss-items" : "receive-items"
    await this.#post(`/admin/returns/${returnId}/${list}`, { items: [{ id, quantity }] })
    await this.#post(`/admin/returns/${returnId}/receive/confirm`, {})
  }

  /** Gets pieces of a plan back. */
  async returnItems(orderId: string, plan: RoleName, quantity = 1): Promise<void> {
    const returnId = await this.requestReturn(orderId, plan, quantity)
    await this.receiveReturn(orderId, returnId, plan, { quantity })
  }

  async cancelReturn(returnId: string): Promise<void> {
    await this.#post(`/admin/returns/${returnId}/cancel`, {})
  }

  /**
   * Makes up for a broken plan: writes it off and gives another, or its money back.
   *
   * @returns the claim's id
   */
  async claim(
    orderId: string,
    plan: RoleName,
    {
      replacement,
      isAskedBack = false,
      quantity = 1,
    }: { replacement?: RoleName; isAskedBack?: boolean; quantity?: number } = {},
  ): Promise<string> {
    await this.fulfil(orderId)
    const { claim } = await this.#post<{ claim: { id: string } }>("/admin/claims", {
      order_id: orderId,
      type: replacement ? "replace" : "refund",
    })
    const { id } = await this.line(orderId, plan)
    await this.#post(`/admin/claims/${claim.id}/claim-items`, { items: [{ id, quantity }] })
    if (isAskedBack) {
      await this.#post(`/admin/claims/${claim.id}/inbound/items`, { items: [{ id, quantity }] })
    }
    if (replacement) {
      await this.#post(`/admin/claims/${claim.id}/outbound/items`, {
        items: [{ variant_id: this.store.variants[replacement], quantity: 1 }],
      })
    }
    await this.#post(`/admin/claims/${claim.id}/request`, {})
    return claim.id
  }

  /** Takes in what a claim asked back. */
  async receiveClaimed(
    orderId: string,
    claimId: string,
    plan: RoleName,
    how: { quantity?: number; damaged?: boolean } = {},
  ): Promise<void> {
    const { claim } = await this.admin.send<{ claim: { return_id: string } }>(
      `/admin/claims/${claimId}?fields=return_id`,
    )
    await this.receiveReturn(orderId, claim.return_id, plan, how)
  }

  async cancelClaim(claimId: string): Promise<void> {
    await this.#post(`/admin/claims/${claimId}/cancel`, {})
  }

  /** Swaps a plan for another; the old one is awaited back. @returns ids of the exchange and its return */
  async exchange(
    orderId: string,
    plan: RoleName,
    to: RoleName,
  ): Promise<{ exchangeId: string; returnId: string }> {
    await this.fulfil(orderId)
    const { exchange } = await this.#post<{ exchange: { id: string } }>("/admin/exchanges", {
      order_id: orderId,
    })
    const { id } = await this.line(orderId, plan)
    const inbound = await this.#post<{ return: { id: string } }>(
      `/admin/exchanges/${exchange.id}/inbound/items`,
      { items: [{ id, quantity: 1 }] },
    )
    await this.#post(`/admin/exchanges/${exchange.id}/outbound/items`, {
      items: [{ variant_id: this.store.variants[to], quantity: 1 }],
    })
    await this.#post(`/admin/exchanges/${exchange.id}/request`, {})
    return { exchangeId: exchange.id, returnId: inbound.return.id }
  }

  async cancelExchange(exchangeId: string): Promise<void> {
    await this.#post(`/admin/exchanges/${exchangeId}/cancel`, {})
  }

  /** Edits an order and confirms. @param changes the quantity each plan is to have; 0 takes it out */
  async edit(orderId: string, changes: Partial<Record<RoleName, number>>): Promise<void> {
    const { items } = await this.read(orderId)
    const begun = await this.#post<{ order_change: { id: string } }>("/admin/order-edits", {
      order_id: orderId,
    })
    expect(begun.order_change.id).toBeTruthy()
    for (const [plan, quantity] of Object.entries(changes)) {
      const variant_id = this.store.variants[plan as RoleName]
      const line = items.find((item) => item.variant_id === variant_id && item.detail.quantity > 0)
      await (line
        ? this.#post(`/admin/order-edits/${orderId}/items/item/${line.id}`, { quantity })
        : this.#post(`/admin/order-edits/${orderId}/items`, { items: [{ variant_id, quantity }] }))
    }
    await this.#post(`/admin/order-edits/${orderId}/request`, {})
    await this.#post(`/admin/order-edits/${orderId}/confirm`, {})
  }

  async transfer(orderId: string, customerId: string): Promise<void> {
    await this.#post(`/admin/orders/${orderId}/transfer`, { customer_id: customerId })
  }

  async transferToGuest(orderId: string, email: string): Promise<void> {
    await this.#post(`/admin/orders/${orderId}/transfer/guest`, { email })
  }

  /** An order that an admin makes out by hand. @returns its id */
  async draft(customerId: string, email: string, plan: RoleName): Promise<string> {
    const { draft_order } = await this.#post<{ draft_order: { id: string } }>(
      "/admin/draft-orders",
      {
        email,
        customer_id: customerId,
        region_id: this.store.regionId,
        sales_channel_id: this.store.salesChannelId,
        items: [{ variant_id: this.store.variants[plan], quantity: 1 }],
      },
    )
    return draft_order.id
  }

  async convertDraft(orderId: string): Promise<void> {
    await this.#post(`/admin/draft-orders/${orderId}/convert-to-order`)
  }

  /** Notes that an order was paid outside the store. */
  async markAsPaid(orderId: string, amount: number): Promise<void> {
    const { payment_collection } = await this.#post<{ payment_collection: { id: string } }>(
      "/admin/payment-collections",
      { order_id: orderId, amount },
    )
    await this.#post(`/admin/payment-collections/${payment_collection.id}/mark-as-paid`, {
      order_id: orderId,
    })
  }

  /** Asks for a payment that the customer is still to authorise. @returns the payment session's id */
  async askForPayment(orderId: string, amount: number): Promise<string> {
    const { payment_collection } = await this.#post<{ payment_collection: { id: string } }>(
      "/admin/payment-collections",
      { order_id: orderId, amount },
    )
    const opened = await this.storefront.send<{
      payment_collection: { payment_sessions: { id: string }[] }
    }>(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      body: { provider_id: "pp_system_default" },
    })
    return opened.payment_collection.payment_sessions[0]?.id ?? ""
  }

  /** Accepts what `transfer` asked for, with the token that Medusa sent to the order's first customer. */
  async acceptTransfer(orderId: string, { http }: Customer): Promise<void> {
    const { order_changes } = await this.admin.send<{
      order_changes: { actions: { action: string; details: { token?: string } }[] }[]
    }>(`/admin/orders/${orderId}/changes?status=requested&fields=*actions`)
    const actions = order_changes.flatMap((change) => change.actions)
    const token = actions.find(({ action }) => action === "TRANSFER_CUSTOMER")?.details.token
    await http.send(`/store/orders/${orderId}/transfer/accept`, { body: { token } })
  }

  /** The order's line of a plan that still has pieces in it. */
  async line(orderId: string, plan: RoleName): Promise<OrderLine> {
    const { items } = await this.read(orderId)
    const line = items.find(({ variant_id }) => variant_id === this.store.variants[plan])
    if (!line) {
      throw new Error(`Order ${orderId} has no ${plan}`)
    }
    return line
  }

  #post<Body>(path: string, body?: unknown): Promise<Body> {
    return this.admin.send<Body>(path, { method: "POST", ...(body === undefined ? {} : { body }) })
  }
}
