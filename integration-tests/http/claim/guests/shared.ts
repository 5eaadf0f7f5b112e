import type { IEventBusModuleService } from "@medusajs/framework/types"
import { AuthWorkflowEvents, Modules } from "@medusajs/framework/utils"
import { Customer } from "../../../helpers/account/customer"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

export interface ErrorBody {
  type: string
  message: string
}

export function registered({ baseUrl, store }: Scene, email: string): Promise<Customer> {
  return Customer.register(baseUrl, store, email)
}

/** Asks Medusa to verify an address for the one who is signed in. @returns the code that it hands to the store to be sent */
export async function requestCode({ container }: Scene, customer: Customer, email: string) {
  const codes: string[] = []
  const bus = container.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
  const hear = (event: { data: unknown }) => {
    codes.push((event.data as { code: string }).code)
    return Promise.resolve()
  }
  bus.subscribe(AuthWorkflowEvents.VERIFICATION_REQUESTED, hear, { subscriberId: "the mailbox" })
  try {
    await customer.http.send("/auth/verification/request", {
      body: { entity_id: email, entity_type: "email", code_provider: "token" },
    })
    return await eventually(() => {
      expect(codes).toHaveLength(1)
      return codes[0] ?? ""
    })
  } finally {
    bus.unsubscribe(AuthWorkflowEvents.VERIFICATION_REQUESTED, hear, {
      subscriberId: "the mailbox",
    })
  }
}

/** Reads the mail that went to an address, and confirms with the code in it. */
export async function verify(scene: Scene, customer: Customer, email: string): Promise<void> {
  const code = await requestCode(scene, customer, email)
  await customer.http.send("/auth/verification/confirm", { body: { code, code_provider: "token" } })
}

export function tokenOf(link: string): string {
  return new URL(link).searchParams.get("token") ?? ""
}

export async function storeClaim({ baseUrl, store }: Scene, token: string, redirect_url?: string) {
  const shop = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
  return shop.raw<ErrorBody>("/store/discord/claims", { body: { token, redirect_url } })
}
