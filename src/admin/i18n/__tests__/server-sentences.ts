import { readFileSync } from "node:fs"
import path from "node:path"
import { ACTIVITY_WORDS } from "../../../modules/discord/domain/activity-words"
import {
  applicationChecks,
  type ApplicationFacts,
} from "../../../modules/discord/domain/application-checks"
import { CONSENT_WORDS } from "../../../modules/discord/domain/consent-words"
import { CALL_KINDS, FINDINGS, ownerOf } from "../../../modules/discord/domain/error-owner"
import {
  changed,
  describeAccess,
  granted,
  UNDONE,
  type ManualAccess,
} from "../../../modules/discord/domain/manual-access"
import { CLAIM_WORDS, claimRefusal } from "../../../modules/discord/domain/order-claim"
import { dangerousPermissions, PERMISSION } from "../../../modules/discord/domain/permissions"
import { REFUSAL } from "../../../modules/discord/domain/refusals"
import {
  describeUnassignable,
  UNASSIGNABLE_REASONS,
} from "../../../modules/discord/domain/role-assignability"
import {
  reasonOf,
  roleStateOf,
  type MembershipStanding,
} from "../../../modules/discord/domain/role-state"
import {
  checkConfirmed,
  checkTestedMember,
  checkTestedRole,
  stepChanged,
  stepRefused,
  type RoleTestStep,
} from "../../../modules/discord/domain/role-test"
import {
  describeDangerous,
  serverChecks,
  type CheckedServer,
} from "../../../modules/discord/domain/server-checks"
import { SOURCE_PROBLEM } from "../../../modules/discord/domain/source-problems"
import {
  GRANT_ORIGINS,
  MEMBERSHIP_STATUSES,
  SERVER_STATUSES,
  SYNC_RUN_KINDS,
  SYNC_RUN_STATUSES,
} from "../../../modules/discord/domain/statuses"
import { wordsOf } from "../../../modules/discord/domain/sync-progress"

/** A text of the server's, and what it names: that must be there in every language. */
export interface Said {
  text: string
  names: string[]
}

/** What sentences name that people may call as they like. */
export interface Names {
  role: string
  other_role: string
  server: string
  note: string
}

const EVERY_PERMISSION = String(Object.values(PERMISSION).reduce((all, bit) => all | bit))
const NO_PERMISSION = "0"
const NOW = new Date("2026-03-01T12:00:00Z")
const PAST = new Date("2026-02-01T12:00:00Z")
const LATER = new Date("2026-04-01T12:00:00Z")

/** Everything the server says that an admin can come to read, from the functions that say it. */
export function serverSentences(names: Names): Said[] {
  return [
    ...checksOfServer(names),
    ...checksOfApplication(),
    ...unassignable(names),
    ...testSteps(names),
    ...failures(),
    ...standings(),
    ...runs(),
    ...refusals(names),
    ...manualAccess(names),
    ...claims(),
    ...dictionary(SOURCE_PROBLEM),
    ...dictionary(ACTIVITY_WORDS),
    ...dictionary(CONSENT_WORDS),
    said(CONSENT_WORDS.connected(names.server), names.server),
    said(CONSENT_WORDS.already_connected(names.server), names.server),
  ]
}

function said(text: string, ...names: string[]): Said {
  return { text, names }
}

/** Functions of what they name, called with something that could be an id. */
function dictionary(words: Readonly<Record<string, (...names: never[]) => string>>): Said[] {
  return Object.values(words).map((say) => {
    const names = Array.from({ length: say.length }, (_, index) => `id_${index}.1`)
    return said((say as (...ids: string[]) => string)(...names), ...names)
  })
}

function checksOfServer({ role, other_role }: Names): Said[] {
  const permissions = dangerousPermissions(EVERY_PERMISSION, NO_PERMISSION)
  const fine = { unassignable_reason: null, dangerous: [], opens_channels: 1 }
  const well: CheckedServer = {
    unreadable: null,
    bot_permissions: EVERY_PERMISSION,
    on_access_end: "kick",
    mapped_roles: [{ ...fine, name: role }],
  }
  const ill = (...roles: string[]): CheckedServer => ({
    ...well,
    bot_permissions: NO_PERMISSION,
    mapped_roles: roles.flatMap((name) => [
      { ...fine, name, opens_channels: 0, dangerous: permissions },
      ...UNASSIGNABLE_REASONS.map((reason) => ({ ...fine, name, unassignable_reason: reason })),
    ]),
  })
  const texts = (server: CheckedServer) =>
    serverChecks(server).flatMap(({ message, fix }) => [message, ...(fix === null ? [] : [fix])])
  const naming = (server: CheckedServer, ...roles: string[]) =>
    texts(server).map((text) => said(text, ...roles.filter((name) => text.includes(name))))
  return [
    ...naming(well),
    ...naming({ ...well, unreadable: "token" }),
    ...naming({ ...well, unreadable: "bot_in_server" }),
    ...naming(ill(role), role),
    ...naming(ill(role, other_role), role, other_role),
    // Said of each role, and beside a role in the table of roles.
    said(describeDangerous({ name: role, dangerous: permissions }), role),
    ...permissions.map((permission) => said(permission)),
  ]
}

function checksOfApplication(): Said[] {
  const redirect_uri = "https://shop.example/discord/oauth/callback?a=1"
  const options = { client_id: "111", public_key: "ab", redirect_uri }
  const bot_application = { id: "111", verify_key: "ab", redirect_uris: [redirect_uri] }
  const found: ApplicationFacts[] = [
    { bot_application, knows_client: true },
    { bot_application: null, knows_client: false },
    { bot_application: { ...bot_application, id: "222" }, knows_client: true },
    {
      bot_application: { ...bot_application, verify_key: "cd", redirect_uris: [] },
      knows_client: true,
    },
  ]
  const values = [redirect_uri, "111", "222"]
  return found
    .flatMap((facts) => applicationChecks(facts, options))
    .flatMap(({ message, fix }) => [message, ...(fix === null ? [] : [fix])])
    .map((text) => said(text, ...values.filter((value) => text.includes(value))))
}

function unassignable({ role }: Names): Said[] {
  return UNASSIGNABLE_REASONS.map((reason) => {
    const text = describeUnassignable(reason, role)
    return said(text, ...(text.includes(role) ? [role] : []))
  })
}

function testSteps({ role }: Names): Said[] {
  const member = {
    role_name: role,
    is_busy: false,
    in_server: true,
    holds_role: false,
    in_ledger: false,
  }
  const steps: RoleTestStep[] = [
    checkTestedRole(null),
    ...[null, ...UNASSIGNABLE_REASONS].map((unassignable_reason) =>
      checkTestedRole({ name: role, unassignable_reason }),
    ),
    checkTestedMember(member),
    checkTestedMember({ ...member, is_busy: true }),
    checkTestedMember({ ...member, in_server: false }),
    checkTestedMember({ ...member, holds_role: true }),
    checkTestedMember({ ...member, in_ledger: true }),
    stepChanged("add_role", role),
    stepChanged("remove_role", role),
    ...([true, false] as const).flatMap((holds) => [
      checkConfirmed("confirm_added", role, holds),
      checkConfirmed("confirm_removed", role, holds),
    ]),
    stepRefused("add_role", ownerOf(noAnswer(null), "add_role")),
    stepRefused("add_role", ownerOf(noAnswer(401), "add_role")),
  ]
  return steps
    .flatMap(({ message, fix }) => [message, ...(fix === null ? [] : [fix])])
    .map((text) => said(text, ...(text.includes(role) ? [role] : [])))
}

function noAnswer(status: number | null) {
  return { status, code: null, retry_after_ms: null }
}

/** Every code that has a case of its own, read where the cases are: one added there is asked for here. */
function failures(): Said[] {
  const source = readFileSync(
    path.resolve(__dirname, "../../../modules/discord/domain/error-owner.ts"),
    "utf8",
  )
  const codes = [...source.matchAll(/case (?:(\d+)|"(\w+)"):/g)].map(([, number, word]) =>
    number === undefined ? (word ?? "") : Number(number),
  )
  if (codes.length < 20) {
    throw new Error("The codes of error-owner.ts were not found")
  }
  const coded = codes.map((code) => ({ status: 403, code, retry_after_ms: null }))
  const statuses = [null, 500, 429, 401, 418].map(noAnswer)
  return [
    ...CALL_KINDS.flatMap((call) =>
      [...coded, ...statuses].map((failure) => said(ownerOf(failure, call).message)),
    ),
    ...Object.values(FINDINGS).map((text) => said(text)),
  ]
}

function standings(): Said[] {
  const members = SERVER_STATUSES.flatMap((server_status) =>
    MEMBERSHIP_STATUSES.flatMap((status) =>
      [true, false].map((is_scheduled): MembershipStanding => ({
        status,
        is_scheduled,
        error_message: null,
        server_status,
        pause_reason: null,
      })),
    ),
  )
  const roles = [null, ...GRANT_ORIGINS].flatMap((origin) =>
    [true, false].map((desired) => ({ desired, origin, confirmed: true })),
  )
  const reasons = [null, ...members].flatMap((member) => [
    ...(member ? [reasonOf(member)] : []),
    ...roles.map((role) => roleStateOf(role, member).reason),
  ])
  return reasons.flatMap((reason) => (reason === null ? [] : [said(reason)]))
}

function runs(): Said[] {
  return SYNC_RUN_STATUSES.flatMap((status) => [
    ...SYNC_RUN_KINDS.map((kind) => said(wordsOf({ kind, status }))),
    said(REFUSAL.sync_run_ended("run_1", status), "run_1"),
    said(REFUSAL.sync_run_not_canceled("run_1", status), "run_1"),
    // As the two before name it.
    said(status),
  ])
}

function refusals({ role, server }: Names): Said[] {
  return [
    ...dictionary(REFUSAL),
    said(REFUSAL.server_disconnected(server), server),
    said(REFUSAL.role_out_of_reach(role, "1", server), role, server),
    ...UNASSIGNABLE_REASONS.map((reason) =>
      said(REFUSAL.role_not_assignable(role, "1", describeUnassignable(reason, role)), role),
    ),
  ]
}

function manualAccess({ note }: Names): Said[] {
  const access: ManualAccess = {
    id: "dent_1",
    source_id: "ref_1",
    variant_id: "variant_1",
    customer_id: "cus_1",
    starts_at: LATER,
    ends_at: null,
    ended_reason: null,
    actor_id: null,
    note: null,
  }
  const grant = { customer_id: "cus_1", variant_id: "variant_1" }
  const ended = { ...access, ends_at: PAST }
  return [
    said(
      wordsThrown(() => granted(access, { ...grant, customer_id: "cus_2" }, NOW)),
      "ref_1",
    ),
    said(wordsThrown(() => granted(null, { ...grant, ends_at: PAST }, NOW))),
    said(wordsThrown(() => granted(access, { ...grant, ends_at: LATER }, NOW))),
    said(
      wordsThrown(() => changed(ended, {}, NOW)),
      "dent_1",
    ),
    ...[access, ended].flatMap((each) => [
      said(describeAccess(each, null), "dent_1", "variant_1", "cus_1"),
      said(describeAccess(each, note), "dent_1", "variant_1", "cus_1", note),
      said(describeAccess(each, UNDONE), "dent_1"),
    ]),
  ]
}

function wordsThrown(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("Nothing was refused")
}

/** Those an admin meets who makes a link; who opens one reads the others, on a page of the store. */
function claims(): Said[] {
  const customer_id = "cus_1"
  const refused = [
    claimRefusal({ customer_id: null, customer: null, entitled: true }),
    claimRefusal({ customer_id, customer: null, entitled: true }),
    claimRefusal({ customer_id, customer: { has_account: true }, entitled: true }),
    claimRefusal({ customer_id, customer: { has_account: false }, entitled: false }),
  ]
  return refused.flatMap((refusal) => (refusal === null ? [] : [said(CLAIM_WORDS[refusal])]))
}
