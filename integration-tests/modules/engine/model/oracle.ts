import { rows } from "../../../../src/modules/discord/db/db"
import { USERS, type Story } from "./commands"
import { Scene } from "./scene"
import type { Stage } from "./stage"
import type { MemberHistory } from "./history"

/** What the runs met, to show that they met something. */
export interface Tally {
  stories: number
  commands: number
  /** Members whose roles were compared at the end. */
  members: number
  adopted: number
  granted: number
  /** Roles given by hand that the bot took, since nothing had told it. */
  blindly: number
}

export function newTally(): Tally {
  return { stories: 0, commands: 0, members: 0, adopted: 0, granted: 0, blindly: 0 }
}

interface LedgerRow {
  role_id: string
  origin: string
  confirmed: boolean
}

/**
 * Plays one story and compares Discord with what was promised: when the work has come to its end, once more after everyone
 * was read anew, and at last when all orders have ended.
 *
 * @throws when a promise is broken
 */
export async function checkStory(stage: Stage, story: Story, tally: Tally): Promise<void> {
  const scene = await Scene.open(stage, story)
  const commands = [...story.opening, ...story.commands]
  for (const command of commands) {
    await scene.apply(command)
  }
  await scene.quiet()
  await forEachMember(scene, async (told, user, server) => {
    if (!told.disturbed) {
      expectPromised(told, paidRoles(stage, scene, user, server), scene.promised.canJoin(user))
    }
  })

  await scene.reconcile()
  await forEachMember(scene, async (told, user, server) => {
    const paid = paidRoles(stage, scene, user, server)
    expectPromised(told, paid, scene.promised.canJoin(user))
    expectTrueLedger(told, paid, await ledgerOf(stage, scene, user, server), tally)
  })

  await scene.endAllOrders()
  await forEachMember(scene, async (told, user, server) => {
    expect(sorted(told.held.keys())).toEqual(sorted(told.foreign))
    expect(await ledgerOf(stage, scene, user, server)).toEqual([])
    tally.members++
    tally.blindly += told.blindly
  })
  tally.stories++
  tally.commands += commands.length
}

function paidRoles(stage: Stage, scene: Scene, user: number, server: number): string[] {
  return scene.promised.rolesOf(user, server).map((role) => stage.roleId(server, role))
}

/** A member holds what was there before or was given by hand, and what is paid for: nothing else. */
function expectPromised(told: MemberHistory, paid: string[], canJoin: boolean): void {
  if (told.isMember) {
    expect(sorted(told.held.keys())).toEqual(sorted([...told.foreign, ...paid]))
  } else if (canJoin) {
    expect(paid).toEqual([])
  }
}

/** The ledger names the paid roles of a member, no others, and tells its own from those of others. */
function expectTrueLedger(
  told: MemberHistory,
  paid: string[],
  ledger: LedgerRow[],
  tally: Tally,
): void {
  const origins = new Map(ledger.map((row) => [row.role_id, row.origin]))
  expect(sorted(origins.keys())).toEqual(told.isMember ? sorted(paid) : [])
  expect(ledger.filter((row) => !row.confirmed)).toEqual([])
  for (const [role, giver] of told.held) {
    const origin = origins.get(role)
    if (origin === undefined) {
      continue
    }
    if (giver === "bot" || !told.isBlindTo(role)) {
      expect({ role, origin }).toEqual({ role, origin: giver === "bot" ? "granted" : "adopted" })
    }
    tally[origin === "granted" ? "granted" : "adopted"]++
  }
}

async function ledgerOf(
  stage: Stage,
  scene: Scene,
  user: number,
  server: number,
): Promise<LedgerRow[]> {
  return rows<LedgerRow>(
    stage.db,
    `select g.role_id, g.origin, g.confirmed from discord_role_grant g
       join discord_membership m on m.id = g.membership_id
       join discord_account a on a.id = m.account_id
      where a.discord_user_id = :user and m.server_id = :server`,
    { user: scene.userId(user), server: stage.server(server).id },
  )
}

/** Checks every user in every server; what the bot must never do is checked each time. */
async function forEachMember(
  scene: Scene,
  check: (told: MemberHistory, user: number, server: number) => Promise<void>,
): Promise<void> {
  for (const user of USERS) {
    for (const [server, told] of (await scene.histories(user)).entries()) {
      expect(told.offences).toEqual([])
      await check(told, user, server)
    }
  }
}

function sorted(roles: Iterable<string>): string[] {
  return [...new Set(roles)].sort()
}
