import { useEffect, useState } from "react"
import type { DiscordConnectMessageData } from "medusa-plugin-discord-roles/types"
import { wordsOf } from "../format"
import { storeApi } from "../sdk"

const POLL_MS = 1500

export interface Letter {
  id: string
  to: string
  order_id: string | null
  created_at: string
  data: DiscordConnectMessageData
}

/** What the store sent, the newest first. While the page is looked at, the postman comes again and again. */
export function useLetters() {
  const [letters, setLetters] = useState<Letter[]>()
  const [error, setError] = useState<string>()

  useEffect(() => {
    let timer: number | undefined
    let isOver = false
    const poll = async () => {
      try {
        const answer = await storeApi.deliver()
        setLetters(answer.letters as Letter[])
        setError(undefined)
      } catch (failure) {
        setError(wordsOf(failure))
      }
      if (!isOver) timer = window.setTimeout(() => void poll(), POLL_MS)
    }
    void poll()
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [])

  return { letters, error }
}
