import { claimProbe } from "./work.store"
import { resumeServer, takeProbe, type ProbedBy } from "../server/server-pause.store"
import { isHeld, type Gate } from "./circuits"
import type { SyncDeps } from "./deps"
import type { Incidents } from "./run/diagnosis"
import { NO_TOKEN } from "./run/calls"
import { workOn } from "./run/work-on"

/** Somebody may need nothing that was refused: then the next is tried. */
const MEMBERS_AT_MOST = 5

interface ProbeContext {
  deps: SyncDeps
  incidents: Incidents
  times: { leaseMs: number }
}

/**
 * Tries one role change on a server that is paused because Discord refused them all, when it is time for it. Reading the server
 * proves nothing: not everything that Discord refuses for can be read.
 *
 * @returns whether it succeeded, so that the server goes on
 */
export async function probe(
  context: ProbeContext,
  serverId: string,
  gate: Gate,
  by: ProbedBy,
): Promise<boolean> {
  const { deps, times } = context
  if (!(await takeProbe(deps.db, serverId, by))) {
    return false
  }
  for (let member = 0; member < MEMBERS_AT_MOST; member++) {
    const claim = { server_id: serverId, lease_ms: times.leaseMs, again: by !== "work" }
    const claimed = await claimProbe(deps.db, claim)
    if (!claimed) {
      return false
    }
    const witness = new Witness(gate)
    await deps.leases.keeping(claimed, () => workOn(context, claimed, witness))
    if (witness.hasSucceeded) {
      return resumeServer(deps.db, serverId)
    }
    if (witness.isRefused) {
      return false
    }
  }
  return false
}

/** Sees what Discord says to role changes. */
class Witness implements Gate {
  hasSucceeded = false
  /** For what lies in the server, not in the member or the role. */
  isRefused = false
  readonly #gate: Gate

  constructor(gate: Gate) {
    this.#gate = gate
  }

  readonly send: Gate["send"] = async (whose, call, send) => {
    const sent = await this.#gate.send(whose, call, send)
    const changesRoles = ["add_role", "remove_role", "set_roles"].includes(call.kind)
    if (sent !== NO_TOKEN && !isHeld(sent)) {
      // A member who has left, or a role that is gone, was asked for and found so: nothing was changed.
      this.hasSucceeded ||= changesRoles && sent.ok && sent.status < 300
      this.isRefused ||= !sent.ok && sent.verdict.reach === "server"
    }
    return sent
  }
}
