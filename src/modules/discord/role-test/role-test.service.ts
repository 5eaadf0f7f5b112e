import { randomUUID } from "node:crypto"
import { isDiscordFailure, type DiscordFailure } from "./discord-api/errors"
import { ACTIVITY_WORDS } from "./domain/activity-words"
import { ownerOf, type CallKind } from "./domain/error-owner"
import {
  checkConfirmed,
  checkTestedMember,
  checkTestedRole,
  stepChanged,
  stepRefused,
  type RoleTestStep,
  type RoleTestStepId,
} from "./domain/role-test"
import { PRIORITY } from "./domain/statuses"
import { readServerFacts } from "./servers"
import { markDue } from "./store/mark"
import { holdMember, type HeldMember } from "./store/member-hold"
import { releaseMembership, writeActivity, type NewActivity } from "./store/record"
import { observeServer } from "./store/servers"
import type { SyncDeps } from "./sync/deps"

export interface RoleTestInput {
  server_id: string
  guild_id: string
  /** Discord's id of the role. */
  role_id: string
  discord_user_id: string
  /** The admin who tests. */
  actor_id: string
}

/** Longer than six calls of a slow Discord take. */
const HOLD_MS = 90_000
const AUDIT_REASON = ACTIVITY_WORDS.tested()

/**
 * Gives a role to a member and takes it back, looking after each whether it is so. Never takes a role that the member held
 * before, or that the plugin stands behind.
 *
 * @returns each step that was made, and the servers that have work now
 */
export async function testRole(
  deps: Pick<SyncDeps, "db" | "bot">,
  input: RoleTestInput,
): Promise<{ steps: RoleTestStep[]; server_ids: string[] }> {
  const lease_id = randomUUID()
  const held = await holdMember(deps.db, { ...input, lease_id, lease_ms: HOLD_MS })
  const test = new RoleTest(deps, input, held)
  try {
    await test.run()
  } finally {
    if (held.membership_id && !held.is_busy) {
      await releaseMembership(deps.db, held.membership_id, lease_id)
    }
  }
  // A purchase in the middle of the test may have taken its role for the member's own: a fresh look puts that right.
  const { account_id } = held
  const server_ids = account_id
    ? await markDue(deps.db, { kind: "accounts", account_ids: [account_id] }, PRIORITY.change, {
        verify: true,
      })
    : []
  return { steps: test.steps, server_ids }
}

class RoleTest {
  readonly steps: RoleTestStep[] = []
  readonly #deps: Pick<SyncDeps, "db" | "bot">
  readonly #input: RoleTestInput
  readonly #held: HeldMember
  #roleName = ""

  constructor(deps: Pick<SyncDeps, "db" | "bot">, input: RoleTestInput, held: HeldMember) {
    this.#deps = deps
    this.#input = input
    this.#held = held
  }

  async run(): Promise<void> {
    if ((await this.#checkRole()) && (await this.#checkMember())) {
      // A call whose answer was lost may have been carried out: what was asked for is taken back in any case.
      if (await this.#change("add_role")) {
        await this.#confirm("confirm_added")
      }
      if (await this.#change("remove_role")) {
        await this.#confirm("confirm_removed")
      }
    }
  }

  async #checkRole(): Promise<boolean> {
    const { bot, db } = this.#deps
    const { guild_id, role_id } = this.#input
    return this.#step("role", "read_server", async () => {
      const facts = await readServerFacts(bot, guild_id)
      await observeServer(db, facts)
      const role = facts.roles.find((each) => each.role_id === role_id) ?? null
      this.#roleName = role?.name ?? ""
      return checkTestedRole(role)
    })
  }

  async #checkMember(): Promise<boolean> {
    const { role_id } = this.#input
    return this.#step("member", "read_member", async () => {
      const role_ids = await this.#readRoles()
      return checkTestedMember({
        role_name: this.#roleName,
        is_busy: this.#held.is_busy,
        in_server: role_ids !== null,
        holds_role: role_ids?.includes(role_id) ?? false,
        in_ledger: this.#held.ledger.includes(role_id),
      })
    })
  }

  async #change(id: "add_role" | "remove_role"): Promise<boolean> {
    const { bot } = this.#deps
    const { guild_id, discord_user_id, role_id } = this.#input
    return this.#step(id, id, async () => {
      if (id === "add_role") {
        await bot.addRole(guild_id, discord_user_id, role_id, AUDIT_REASON)
        await this.#log({ action: "role_added", discord_status: 204 })
        return stepChanged(id, this.#roleName)
      }
      await bot.removeRole(guild_id, discord_user_id, role_id, AUDIT_REASON)
      await this.#log({ action: "role_removed", discord_status: 204 })
      return stepChanged(id, this.#roleName)
    })
  }

  async #confirm(id: "confirm_added" | "confirm_removed"): Promise<void> {
    await this.#step(id, "read_member", async () => {
      const holds = (await this.#readRoles())?.includes(this.#input.role_id) ?? false
      return checkConfirmed(id, this.#roleName, holds)
    })
  }

  /** @returns null when the user is not in the server */
  async #readRoles(): Promise<string[] | null> {
    const { guild_id, discord_user_id } = this.#input
    try {
      return (await this.#deps.bot.readMember(guild_id, discord_user_id)).role_ids
    } catch (error) {
      if (isDiscordFailure(error) && (error.code === 10007 || error.code === 10013)) {
        return null
      }
      throw error
    }
  }

  /** Makes one step and writes down how it went. @returns whether it went well */
  async #step(
    id: RoleTestStepId,
    call: CallKind,
    make: () => Promise<RoleTestStep>,
  ): Promise<boolean> {
    const step = await make().catch(async (error: unknown) => {
      if (!isDiscordFailure(error)) {
        throw error
      }
      return this.#refused(id, call, error)
    })
    this.steps.push(step)
    return step.ok
  }

  async #refused(
    id: RoleTestStepId,
    call: CallKind,
    failure: DiscordFailure,
  ): Promise<RoleTestStep> {
    const verdict = ownerOf(failure, call)
    await this.#log({
      action: "sync_failed",
      discord_status: failure.status,
      discord_code: failure.code === null ? null : String(failure.code),
      message: verdict.message,
    })
    return stepRefused(id, verdict)
  }

  async #log(entry: Pick<NewActivity, "action"> & Partial<NewActivity>): Promise<void> {
    await writeActivity(this.#deps.db, [
      {
        trigger: this.#input.actor_id,
        server_id: this.#input.server_id,
        membership_id: this.#held.membership_id,
        account_id: this.#held.account_id,
        role_id: this.#input.role_id,
        message: AUDIT_REASON,
        ...entry,
      },
    ])
  }
}
