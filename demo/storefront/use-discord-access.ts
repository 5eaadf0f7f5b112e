import { useCallback, useEffect, useState } from "react"
import type { StoreDiscordResponse } from "../../src/types/http"
import { discordApi } from "./sdk"
import { wordsOf } from "./words"

const POLL_MS = 1500

/** What the customer holds in Discord, asked again and again while the page is looked at. */
export function useDiscordAccess(customerId: string | undefined) {
  const [access, setAccess] = useState<StoreDiscordResponse>()
  const [error, setError] = useState<string>()

  const reload = useCallback(async () => {
    try {
      setAccess(await discordApi.access())
      setError(undefined)
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
      if (!document.hidden) await reload()
      if (!isOver) timer = window.setTimeout(() => void poll(), POLL_MS)
    }
    void poll()
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [customerId, reload])

  return { access, error, reload }
}
