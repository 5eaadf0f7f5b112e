import { type Fault } from "../api/faults"
import { type LogEntry, type LogFilter } from "../api/requests/request-log"
import { withSettings } from "../api/rate-limits"
import { type Sandbox } from "../sandbox"
import { type MemberEvent, type MemberEventFilter } from "../state/member-journal"
import { type IssuedSecret } from "../state/token-vault"
import { type Configuration, type DirectMessageInfo, type OutageInput } from "./types"

/** What only a sandbox has: faults, an outage at will, and a look at everything that happened. */
export function machineryOperations(sandbox: Sandbox) {
  const { world, faults, log, limiter } = sandbox
  return {
    reset(): void {
      sandbox.reset()
    },

    requests(filter: LogFilter = {}): LogEntry[] {
      return log.list(filter)
    },

    clearRequests(): void {
      log.clear()
      world.changed()
    },

    memberEvents(filter: MemberEventFilter = {}): MemberEvent[] {
      return world.journal.list(filter)
    },

    addFault(fault: Fault): { id: string } {
      const id = faults.add(fault)
      world.changed()
      return { id }
    },

    removeFault(id: string): void {
      faults.remove(id)
      world.changed()
    },

    clearFaults(): void {
      faults.clear()
      world.changed()
    },

    faults(): { id: string; fault: Fault }[] {
      return faults.list()
    },

    outage(outage: OutageInput): void {
      faults.outage = outage === true ? {} : outage === false ? null : outage
      world.changed()
    },

    configure({ limits, latency_ms, gateway }: Configuration): void {
      if (limits !== undefined) {
        limiter.limits = withSettings(limiter.limits, limits)
        // Windows opened under the old limits would go on for up to ten seconds.
        limiter.clear()
      }
      if (latency_ms !== undefined) sandbox.latencyMs = latency_ms
      if (gateway?.heartbeat_ms !== undefined) sandbox.gateway.heartbeatMs = gateway.heartbeat_ms
      if (gateway?.mute !== undefined) sandbox.gateway.isMute = gateway.mute
      if (gateway?.refuse_upgrades !== undefined)
        sandbox.gateway.refusesUpgrades = gateway.refuse_upgrades
      if (gateway?.hold_ready !== undefined) sandbox.gateway.holdsReady = gateway.hold_ready
      if (gateway?.starts_left !== undefined) sandbox.gateway.startsLeft = gateway.starts_left
      world.changed()
    },

    /** In plain: a test searches what its program said, logged and stored for them. */
    issuedSecrets(): IssuedSecret[] {
      return world.tokens.allSecrets()
    },

    invalidRequests(): number {
      return log.invalidRequests()
    },

    /** Direct messages a user received, oldest first. */
    directMessages(userId: string): DirectMessageInfo[] {
      return world.messages.flatMap((message) => {
        const recipients = world.channels.get(message.channel_id)?.recipients ?? []
        if (!recipients.includes(userId) || message.author_id === userId) return []
        const { id, at, author_id: from, content } = message
        return { id, at, from, to: userId, content }
      })
    },
  }
}
