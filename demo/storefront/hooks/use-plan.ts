import { useCallback, useEffect, useState } from "react"
import type { StoreSubscription } from "../../store/src/types"
import type { SubscriptionAction } from "../../store/src/api/validators"
import { wordsOf } from "../format"
import { storeApi } from "../sdk"

/** The customer's plan; null when there is none, undefined while that is not known. */
export function usePlan(customerId: string | undefined) {
  const [plan, setPlan] = useState<StoreSubscription | null>()
  const [error, setError] = useState<string>()

  const reload = useCallback(async () => {
    if (customerId === undefined) return setPlan(null)
    try {
      setPlan((await storeApi.plan()).subscription)
      setError(undefined)
    } catch (failure) {
      setError(wordsOf(failure))
    }
  }, [customerId])

  const act = useCallback(
    async (action: SubscriptionAction) => {
      if (!plan) return
      try {
        await storeApi.actOnPlan(plan.id, action)
      } finally {
        await reload()
      }
    },
    [plan, reload],
  )

  useEffect(() => void reload(), [reload])

  return { plan, error, reload, act }
}
