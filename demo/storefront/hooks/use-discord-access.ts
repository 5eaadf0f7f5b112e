import { useCallback, useEffect, useState } from "react"
import type { StoreDiscordResponse } from "../../../src/types/http"
import { discordApi } from "../sdk"
import { wordsOf } from "../format"

const POLL_MS = 1500
/** While a role is on its way. */
const EAGER_MS = 500

/** What the customer holds in Discord, asked again and again while the page is looked at. */
export function useDiscordAccess(customerId: string | undefined) {
  const [access, setAccess] = useState<StoreDiscordResponse>()
  const [error, setError] = useState<string>()

  const reload = useCallback(async () => {
    try {
      const found = await discordApi.access()
      setAccess(found)
      setError(undefined)
      return found
    } catch (failure) {
      setError(wordsOf(failure))
    }
  }, [])

  useEffect(() => {
    setAccess(undefined)
    setError(undefined)
    if (customerId === undefined) return
    let timer: number | undefined
    let isOver = false
    const poll = async () => {
      const found = document.hidden ? undefined : await reload()
      const isMoving = found?.servers.some(({ roles }) =>
        roles.some(({ state }) => state === "pending"),
      )
      if (!isOver) timer = window.setTimeout(() => void poll(), isMoving ? EAGER_MS : POLL_MS)
    }
    void poll()
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [customerId, reload])

  return { access, error, reload }
}
