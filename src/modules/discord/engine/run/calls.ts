import type { FailureVerdict } from "./error-owner.rules"
import { ownerOf } from "./error-owner.rules"
import type { CallResult } from "./call-result.rules"
import type { DiscordCall } from "./plan.rules"
import { DiscordFailure } from "../../discord-api/errors"
import type { LoadedMembership } from "../../membership/load.store"
import type { SyncDeps } from "../deps"
import { accessToken, dropRefused } from "../../account/tokens.service"

/** Discord's answer to a call, or whose move its refusal is. */
export type CallAnswer =
  | { ok: true; result: CallResult; status: number }
  | { ok: false; failure: DiscordFailure; verdict: FailureVerdict }

/** The account has no usable token any more: the plan goes on without joining. */
export const NO_TOKEN = Symbol("no token")

/**
 * Sends one call.
 *
 * @param reason what Discord's audit log is to say
 * @returns NO_TOKEN when a join was asked for and the account has no usable token any more
 */
export async function send(
  deps: SyncDeps,
  membership: LoadedMembership,
  call: DiscordCall,
  reason: string,
): Promise<CallAnswer | typeof NO_TOKEN> {
  try {
    return call.kind === "join"
      ? await join(deps, membership, call.role_ids)
      : await change(deps, membership, call, reason)
  } catch (error) {
    // What the client or the store threw is no answer of Discord's, and no reason to wait for one.
    if (!(error instanceof DiscordFailure)) {
      throw error
    }
    // To a join it would say that nobody can be brought in, which is no reason to try again at once.
    if (error.code === UNKNOWN_MEMBER && call.kind !== "join") {
      return { ok: true, result: { kind: "not_a_member" }, status: 404 }
    }
    const verdict = ownerOf(error, call.kind)
    return verdict.owner === "satisfied"
      ? { ok: true, result: { kind: "changed", member: null }, status: error.status ?? 404 }
      : { ok: false, failure: error, verdict }
  }
}

const UNKNOWN_MEMBER = 10007
const INVALID_TOKEN = 50025
const MISSING_SCOPE = 50026

/** A refused token is renewed once; a second refusal, or a scope not granted, is the customer's to mend. */
async function join(
  deps: SyncDeps,
  { account_id, guild_id, discord_user_id }: LoadedMembership,
  roleIds: string[],
): Promise<CallAnswer | typeof NO_TOKEN> {
  let refused: string | null = null
  for (;;) {
    const token = await accessToken(deps, account_id, refused)
    if (token === null) {
      return NO_TOKEN
    }
    try {
      const member = await deps.bot.joinMember(guild_id, discord_user_id, token, roleIds)
      return member
        ? { ok: true, result: { kind: "joined", member }, status: 201 }
        : { ok: true, result: { kind: "already_member" }, status: 204 }
    } catch (error) {
      const code = error instanceof DiscordFailure ? error.code : null
      if (code === INVALID_TOKEN && refused === null) {
        refused = token
      } else if (code === INVALID_TOKEN || code === MISSING_SCOPE) {
        await dropRefused(deps, account_id, token)
        return NO_TOKEN
      } else {
        throw error
      }
    }
  }
}

async function change(
  { bot }: SyncDeps,
  { guild_id, discord_user_id }: LoadedMembership,
  call: Exclude<DiscordCall, { kind: "join" }>,
  reason: string,
): Promise<CallAnswer> {
  switch (call.kind) {
    case "read_member": {
      const member = await bot.readMember(guild_id, discord_user_id)
      return { ok: true, result: { kind: "member", member }, status: 200 }
    }
    case "add_role":
      await bot.addRole(guild_id, discord_user_id, call.role_id, reason)
      return { ok: true, result: { kind: "changed", member: null }, status: 204 }
    case "remove_role":
      await bot.removeRole(guild_id, discord_user_id, call.role_id, reason)
      return { ok: true, result: { kind: "changed", member: null }, status: 204 }
    case "kick":
      await bot.kick(guild_id, discord_user_id, reason)
      return { ok: true, result: { kind: "kicked" }, status: 204 }
    case "set_roles": {
      const member = await bot.setRoles(guild_id, discord_user_id, call.role_ids, reason)
      return { ok: true, result: { kind: "changed", member }, status: 200 }
    }
  }
}
