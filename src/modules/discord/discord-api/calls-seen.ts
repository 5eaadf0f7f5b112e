import type { TokenSeen } from "../operations/bot-token.rules"

/** A call to Discord that has ended. */
export interface SeenCall {
  method: string
  /** Without ids: `/guilds/:id/members/:id`. */
  route: string
  /** Null = no answer. */
  status: number | null
  /** Whether the bot made it, by its token. */
  is_bots: boolean
}

type Listener = (call: SeenCall) => void

/** Sees every call of this process end, for those who count them. */
export class CallsSeen {
  readonly #listeners = new Set<Listener>()
  #token: TokenSeen | null = null

  /** Whether Discord took the bot token when it was last used; null = it was not used yet. */
  get token(): TokenSeen | null {
    return this.#token
  }

  note(call: SeenCall): void {
    const { status, is_bots } = call
    // A limit or an outage says nothing of the token.
    if (is_bots && status !== null && status !== 429 && status < 500) {
      this.#token = { accepted: status !== 401, at: Date.now() }
    }
    this.#listeners.forEach((listener) => listener(call))
  }

  /** @returns ends it */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** @param path after the API's version */
export function routeOf(path: string): string {
  return path
    .replace(/\/\d{15,21}(?=\/|$)/g, "/:id")
    .replace(/^\/(invites|webhooks|interactions)\/.*$/, "/$1/:id")
}
