import { setTimeout as sleep } from "node:timers/promises"
import { presentUser } from "../api/answers/present"
import { type Application, type User } from "../state/entities"
import { send } from "./send"

/** Discord tries for ten minutes, ever more rarely; here a few seconds. */
const TRIES = 5
const FIRST_PAUSE_MS = 200

export function pingOf({ client_id }: Application): object {
  return { version: 1, application_id: client_id, type: 0 }
}

/** @param at Unix ms. Discord writes it in UTC and does not say so. */
export function eventOf(app: Application, type: string, data: object, at: number): object {
  const timestamp = new Date(at).toISOString().replace("Z", "000")
  return { version: 1, application_id: app.client_id, type: 1, event: { type, timestamp, data } }
}

/** Tells an application that a user removed it, if it listens to that. Returns at once; what is not answered 204 is sent again. */
export function tellDeauthorized(app: Application, user: User, now: number): void {
  const { event_webhooks_url: url, event_webhooks_status: status, event_webhooks_types } = app
  const type = "APPLICATION_DEAUTHORIZED"
  if (url !== null && status === 2 && event_webhooks_types.includes(type)) {
    void deliver(app, url, eventOf(app, type, { user: presentUser(user) }, now))
  }
}

async function deliver(app: Application, url: string, event: object): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await send(app, url, event)
    if (answer?.status === 204) return
    await sleep(FIRST_PAUSE_MS * 2 ** attempt, undefined, { ref: false })
  }
}
