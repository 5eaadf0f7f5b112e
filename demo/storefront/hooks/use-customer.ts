import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"
import { sdk } from "../sdk"
import { isLoggedOut } from "../format"

export interface Credentials {
  email: string
  password: string
}

/** `undefined` while it is not known yet. */
export type MaybeCustomer = HttpTypes.StoreCustomer | null | undefined

export function useCustomer() {
  const [customer, setCustomer] = useState<MaybeCustomer>()

  const load = useCallback(async () => {
    const { customer } = await sdk.store.customer.retrieve()
    setCustomer(customer)
  }, [])

  const logIn = useCallback(
    async (credentials: Credentials) => {
      await sdk.auth.login("customer", "emailpass", { ...credentials })
      await load()
    },
    [load],
  )

  const signUp = useCallback(
    async (credentials: Credentials) => {
      await sdk.auth.register("customer", "emailpass", { ...credentials })
      await sdk.store.customer.create({ email: credentials.email })
      await logIn(credentials)
    },
    [logIn],
  )

  const logOut = useCallback(async () => {
    await sdk.client.clearToken()
    setCustomer(null)
  }, [])

  useEffect(() => {
    void (async () => {
      const token = await sdk.client.getToken()
      if (!token) return setCustomer(null)
      await load().catch((error: unknown) => (isLoggedOut(error) ? logOut() : setCustomer(null)))
    })()
  }, [load, logOut])

  return { customer, load, logIn, signUp, logOut }
}
