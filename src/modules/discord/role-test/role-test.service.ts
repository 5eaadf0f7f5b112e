import type { DangerousPermission } from "../server/permissions.rules"
import { refused } from "../refused"
import { render } from "../../../messages"
import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { isDiscordFailure, type DiscordFailure } from "../discord-api/errors"
import { ownerOf, type CallKind } from "../engine/run/error-owner.rules"
import { dangerousPermissions } from "../server/permissions.rules"
import {
  checkConfirmed,
  checkTestedMember,
  checkTestedRole,
  isSurelyNotGiven,
  isTakenBack,
  stepChanged,
  stepRefused,
  takeBackDelayMs,
  type RoleTestStep,
  type RoleTestStepId,
  TESTED,
  testedOn,
} from "./role-test.rules"
import { refuseDangerous } from "../server/server-checks.rules"
import { PRIORITY } from "../statuses.rules"
import { readServerFacts } from "../server/server-facts.service"
import { markDue } from "../membership/mark.store"
import { holdMember, type HeldMember } from "../membership/member-hold.store"
import { releaseMembership } from "../membership/record.store"
import { writeActivity, type NewActivity } from "../activity/activity.store"
import { takeBackLeftovers } from "./leftover-roles.service"
import { closeTest, isLeftover, openTest, releaseTest } from "./role-test.store"
import { observeServer } from "../server/server.store"
import type { SyncDeps } from "../engine/deps"

export interface RoleTestInput {
  server_id: string
  guild_id: string
  /** Discord's id of the role. */
  role_id: string
  discord_user_id: string
  /** The admin who tests. */
  actor_id: string
  /** Whether the admin knows what the role lets its holders do: without it, a role that lets them manage the server is refused. */
  accept_dangerous_permissions?: boolean | undefined
}

/** Longer than six calls of a slow Discord take, with what each may have to wait before it. */
const HOLD_MS = 150_000
const AUDIT_REASON = render(TESTED)

/** Tests of a role on a member, and what they leave behind. */
export class RoleTestService {
  readonly #deps: Pick<SyncDeps, "db" | "bot" | "logger">

  constructor(deps: Pick<SyncDeps, "db" | "bot" | "logger">) {
    this.#deps = deps
  }

  /** @see testRole */
  async test(input: RoleTestInput): Promise<{ steps: RoleTestStep[]; server_ids: string[] }> {
    return testRole({ ...this.#deps, bot: this.#deps.bot.whileSomebodyWaits() }, input)
  }

  /** @see takeBackLeftovers */
  async takeBackLeftovers(): Promise<string[]> {
    return takeBackLeftovers(this.#deps)
  }
}

/**
 * Gives a role to a member and takes it back, looking after each whether it is so. Never takes a role that the member held
 * before, or that the plugin stands behind. What is given is written down first: what the test itself cannot take back,
 * `takeBackLeftovers` does.
 *
 * @returns each step that was made, and the servers that have work now
 * @throws MedusaError INVALID_DATA in words when the role is dangerous and that was not accepted: nothing is given then
 */
async function testRole(
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
  // A purchase in the middle of the test may have taken its role for the member's own: a fresh look puts that right. A test
  // that gave nothing asks for none: the member it found busy would be busy with that look when the admin tries again.
  const { account_id } = held
  const server_ids =
    account_id && test.hasBegun
      ? await markDue(deps.db, { kind: "accounts", account_ids: [account_id] }, PRIORITY.change, {
          look: "first",
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
  /** What the member is called in Discord. */
  #memberName: string | null = null
  /** What is written down of it, from just before the role is given. */
  #opened: { id: string; was_leftover: boolean } | null = null
  #isSurelyNotGiven = false

  constructor(deps: Pick<SyncDeps, "db" | "bot">, input: RoleTestInput, held: HeldMember) {
    this.#deps = deps
    this.#input = input
    this.#held = held
  }

  /** Whether the test got as far as giving the role. */
  get hasBegun(): boolean {
    return this.#opened !== null
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

  /** A role that lets its holders manage the server is given to nobody by mistake, however short. */
  #refuseDangerous(name: string, dangerous: readonly DangerousPermission[]): void {
    if (dangerous.length > 0 && !this.#input.accept_dangerous_permissions) {
      throw refused(MedusaError.Types.INVALID_DATA, refuseDangerous([{ name, dangerous }]))
    }
  }

  async #checkRole(): Promise<boolean> {
    const { bot, db } = this.#deps
    const { guild_id, role_id } = this.#input
    return this.#step("role", "read_server", async () => {
      const facts = await readServerFacts(bot, guild_id)
      await observeServer(db, facts)
      const role = facts.roles.find((each) => each.role_id === role_id) ?? null
      const everyone = facts.roles.find((each) => each.role_id === guild_id)
      if (role) {
        this.#roleName = role.name
        const dangerous = dangerousPermissions(role.permissions, everyone?.permissions ?? "0")
        this.#refuseDangerous(role.name, dangerous)
      }
      return checkTestedRole(role)
    })
  }

  async #checkMember(): Promise<boolean> {
    const { role_id } = this.#input
    return this.#step("member", "read_member", async () => {
      const role_ids = await this.#readRoles()
      const holds = role_ids?.includes(role_id) ?? false
      const member = {
        role_name: this.#roleName,
        is_busy: this.#held.is_busy,
        in_server: role_ids !== null,
        // What an earlier test left behind is not the member's own.
        holds_role: holds && !(await isLeftover(this.#deps.db, this.#input)),
        in_ledger: this.#held.ledger.includes(role_id),
      }
      const step = checkTestedMember(member)
      return step.ok && !(await this.#open())
        ? checkTestedMember({ ...member, is_busy: true })
        : step
    })
  }

  /** @returns whether nobody else tests the same, or takes it back, right now */
  async #open(): Promise<boolean> {
    const { server_id, guild_id, role_id, discord_user_id, actor_id } = this.#input
    const role = { server_id, guild_id, role_id, discord_user_id, actor_id }
    const named = { ...role, role_name: this.#roleName }
    this.#opened = await openTest(this.#deps.db, named, HOLD_MS)
    return this.#opened !== null
  }

  /** Discord has said how it stands with the role that was given. @param failure null = it is taken back */
  async #close(failure: DiscordFailure | null): Promise<void> {
    const { db } = this.#deps
    if (!this.#opened) {
      return
    }
    const { id, was_leftover } = this.#opened
    const wasNeverGiven = this.#isSurelyNotGiven && !was_leftover
    if (failure === null || isTakenBack(failure) || wasNeverGiven) {
      await closeTest(db, id)
    } else {
      const wait_ms = takeBackDelayMs(1, failure.retry_after_ms)
      await releaseTest(db, id, { wait_ms, failures: 1 })
    }
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
      await this.#close(null)
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
      const { role_ids, user } = await this.#deps.bot.readMember(guild_id, discord_user_id)
      this.#memberName = user && (user.global_name ?? user.username)
      return role_ids
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
    if (id === "add_role") {
      this.#isSurelyNotGiven = isSurelyNotGiven(failure)
    } else if (id === "remove_role") {
      await this.#close(failure)
    }
    await this.#log({
      action: "sync_failed",
      discord_status: failure.status,
      discord_code: failure.code === null ? null : String(failure.code),
      message: verdict.message,
    })
    return stepRefused(id, verdict)
  }

  async #log(entry: Pick<NewActivity, "action"> & Partial<NewActivity>): Promise<void> {
    const { discord_user_id } = this.#input
    const member = this.#held.account_id === null ? this.#memberName : null
    await writeActivity(this.#deps.db, [
      {
        trigger: this.#input.actor_id,
        server_id: this.#input.server_id,
        membership_id: this.#held.membership_id,
        account_id: this.#held.account_id,
        role_id: this.#input.role_id,
        message: testedOn({ discord_user_id, member }),
        ...entry,
      },
    ])
  }
}
