import { say } from "../../../messages"
import type { ApplicationCheck } from "../application/application-checks.rules"
import { fixOfTrouble, wordsOfTrouble, type Trouble } from "./trouble.rules"

/** How the connection is, as the process says that has it. */
export interface Listening {
  process_id: string
  worker_mode: string
  connected_at: string | null
  session_at: string | null
  heard_at: string | null
  hears_members: boolean
  trouble: Trouble | null
}

/**
 * What is said of the gateway.
 *
 * @param listening null when no process listens
 * @param isWanted whether the store is to listen, as this process has its options
 */
export function gatewayChecks(listening: Listening | null, isWanted: boolean): ApplicationCheck[] {
  return listening || isWanted ? [{ id: "gateway", ...verdictOn(listening) }] : []
}

function verdictOn(listening: Listening | null): Omit<ApplicationCheck, "id"> {
  if (!listening) {
    return { ok: false, message: say("gateway.nobody"), fix: say("gateway.nobody_fix") }
  }
  const { connected_at, heard_at, trouble, process_id, worker_mode } = listening
  if (connected_at === null) {
    return trouble
      ? { ok: false, message: wordsOfTrouble(trouble), fix: fixOfTrouble(trouble) }
      : { ok: true, message: say("gateway.connecting"), fix: null }
  }
  const facts = {
    date_connected: connected_at,
    date_heard: heard_at ?? connected_at,
    process: process_id,
    mode: worker_mode,
  }
  return listening.hears_members
    ? { ok: true, message: say("gateway.listening", facts), fix: null }
    : {
        ok: false,
        message: say("gateway.members_unheard", facts),
        fix: say("gateway.members_fix"),
      }
}
