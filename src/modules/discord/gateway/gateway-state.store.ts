import { rows, type Db } from "../db/db"
import type { Listening } from "./gateway-check.rules"
import type { Trouble } from "./trouble.rules"

/** What one process at a time has who listens. */
export const GATEWAY_LEASE = "gateway"

/** How the connection to Discord's gateway is, as the process says that has it. */
export interface GatewayState {
  /** Of the lease: what a process says counts only as long as it has it. */
  owner: string
  /** ISO; null while there is no connection. */
  connected_at: string | null
  /** When the session began, ISO: what was told before it is not told again. Null = none has begun yet. */
  session_at: string | null
  /** When the last event came, ISO; null = none yet. */
  heard_at: string | null
  /** Whether Discord tells of members who come, go and change. */
  hears_members: boolean
  /** Why there is none; null when there is one, or none was tried yet. */
  trouble: Trouble | null
}

/** @returns null when no process listens */
export async function readGateway(db: Db): Promise<Listening | null> {
  const [listening] = await rows<{ id: string; worker_mode: string; gateway: GatewayState }>(
    db,
    `select p.id, p.worker_mode, p.gateway
       from discord_lease l
       join discord_process p on p.gateway->>'owner' = l.owner and p.deleted_at is null
      where l.id = :lease and l.expires_at > now()
      limit 1`,
    { lease: GATEWAY_LEASE },
  )
  if (!listening) {
    return null
  }
  const { id: process_id, worker_mode, gateway } = listening
  const { connected_at, session_at, heard_at, hears_members, trouble } = gateway
  return { process_id, worker_mode, connected_at, session_at, heard_at, hears_members, trouble }
}
