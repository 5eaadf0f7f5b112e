import { rows, type Db } from "../../../../src/modules/discord/db/db"
import type { SandboxClient } from "../../../discord-sandbox"

/** How far a process had come with a membership when it was killed. */
export const STEPS = ["claimed", "announced", "answered", "recorded"] as const
export type Step = (typeof STEPS)[number]

const CLAIMED_SINCE = `lease_id is not null
  and lease_expires_at >= cast(:since as timestamptz) + :lease_ms * interval '1 millisecond'`

interface LeasedRow {
  guild_id: string
  user_id: string
  /** Whether anything was written down since the claim. */
  has_written: boolean
  /** Role ids announced to be given or taken, and not known to be. */
  open_roles: string[] | null
  open_join: boolean
}

/**
 * What a dead process left behind, a step for each membership that it still holds:
 * `claimed` nothing was announced; `announced` a change was, and Discord has not made it; `answered` Discord has made it, and
 * the ledger does not know; `recorded` the ledger knows, and the membership is not finished.
 *
 * @param since when the process began
 * @param before the roles of every member at that time, by guild and user; null = not in the server
 */
export async function readCrashState(
  db: Db,
  control: SandboxClient,
  leaseMs: number,
  since: Date,
  before: Members,
): Promise<Step[]> {
  const leased = await rows<LeasedRow>(
    db,
    `select s.guild_id, a.discord_user_id as user_id,
            m.updated_at >= m.lease_expires_at - :lease_ms * interval '1 millisecond' as has_written,
            m.join_sent_at is not null as open_join,
            (select array_agg(g.role_id) from discord_role_grant g
              where g.membership_id = m.id and not g.confirmed) as open_roles
       from discord_membership m
       join discord_server s on s.id = m.server_id
       join discord_account a on a.id = m.account_id
      where ${CLAIMED_SINCE}`,
    { lease_ms: leaseMs, since },
  )
  const now = await readMembers(control, [...new Set(leased.map((row) => row.guild_id))])
  return leased.map((row) => {
    if (!row.has_written) {
      return "claimed"
    }
    const key = keyOf(row.guild_id, row.user_id)
    const [then, today] = [before.get(key) ?? null, now.get(key) ?? null]
    if (row.open_join) {
      return today === null ? "announced" : "answered"
    }
    const open = row.open_roles ?? []
    if (open.length === 0) {
      return "recorded"
    }
    const isMade = open.some((role) => then?.includes(role) !== today?.includes(role))
    return isMade ? "answered" : "announced"
  })
}

/** Roles by guild and user. */
export type Members = ReadonlyMap<string, readonly string[]>

export async function readMembers(control: SandboxClient, guildIds: string[]): Promise<Members> {
  const all = await Promise.all(
    guildIds.map(async (guild) =>
      (await control.members(guild)).map((member): [string, string[]] => [
        keyOf(guild, member.user_id),
        member.roles,
      ]),
    ),
  )
  return new Map(all.flat())
}

function keyOf(guildId: string, userId: string): string {
  return `${guildId}/${userId}`
}

/** Whether a process that began then has claimed anything. */
export async function hasClaimed(db: Db, leaseMs: number, since: Date): Promise<boolean> {
  const claimed = await rows(
    db,
    `select 1 from discord_membership where ${CLAIMED_SINCE} limit 1`,
    { lease_ms: leaseMs, since },
  )
  return claimed.length > 0
}
