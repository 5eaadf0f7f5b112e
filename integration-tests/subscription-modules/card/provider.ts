import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RetrievePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"

const holder = globalThis as typeof globalThis & { testCardsWithoutMoney?: Set<string> }

/** Cards, by their reference, that have no money now. */
export const cardsWithoutMoney = (holder.testCardsWithoutMoney ??= new Set<string>())

/** Charges cards that were saved before, as often as the store asks; what it keeps is the reference alone. */
export class CardProvider extends AbstractPaymentProvider {
  static override identifier = "card"

  // The base class keeps its own for itself; Medusa wants to call it.
  constructor(container: Record<string, unknown>) {
    super(container)
  }

  override initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return Promise.resolve({ id: randomUUID(), data: { ...data } })
  }

  override authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return Promise.resolve({ status: "authorized", data: data ?? {} })
  }

  /**
   * Where the bank says no. Not at the authorisation: an order's payment collection that was never authorised is updated at the
   * next attempt, and Reorder 1.1 looks for it in a list where Medusa gives the one.
   */
  override async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    await Promise.resolve()
    if (cardsWithoutMoney.has(String(data?.payment_method))) {
      throw Object.assign(new Error("The card has insufficient funds"), {
        code: "insufficient_funds",
      })
    }
    return { data: data ?? {} }
  }

  createAccountHolder({ context }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return Promise.resolve({ id: context.customer.id, data: {} })
  }

  override getPaymentStatus(): Promise<GetPaymentStatusOutput> {
    return Promise.resolve({ status: "authorized" })
  }

  override retrievePayment(): Promise<RetrievePaymentOutput> {
    return Promise.resolve({})
  }

  override getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })
  }

  override cancelPayment = kept
  override deletePayment = kept
  override refundPayment = kept
  override updatePayment = kept
}

function kept({ data }: { data?: Record<string, unknown> }): Promise<{
  data: Record<string, unknown>
}> {
  return Promise.resolve({ data: data ?? {} })
}
