import { say, sayAll, type Message } from "../../../messages"
import { noEarlierRows, remember, type EarlierRows } from "./earlier-rows.rules"
import type { FileRow, ImportFile } from "./import-file.rules"
import {
  findCustomer,
  findVariant,
  nameOf,
  type FoundCustomer,
  type FoundVariant,
} from "./import-match.rules"
import { readRow } from "./import-row.rules"
import type { ImportOutcome } from "./import.rules"
import { whyNoRole, type RoleOffer } from "../role-mapping/no-role.rules"
import { planGrant, type KnownAccess, type PlannedGrant } from "./plan-grant.rules"
import { planLink, type ConnectedUser, type PlannedLink } from "./plan-link.rules"

/** What the store holds of all that a file names. */
export interface ImportFacts {
  customers: readonly FoundCustomer[]
  variants: readonly FoundVariant[]
  /** The roles of each variant that has any, be they earlier buyers' only. */
  giving: ReadonlyMap<string, readonly RoleOffer[]>
  /** Who is connected to whom, of the customers and of the Discord users that are named. */
  connected: readonly ConnectedUser[]
  /** Access by hand under the references that are named. */
  access: readonly KnownAccess[]
}

/** What is to be done for a row, or why nothing is. */
export interface PlannedRow {
  file: FileRow
  customer: FoundCustomer | null
  variant: FoundVariant | null
  /** Null = no access is given or changed. */
  grant: PlannedGrant | null
  /** Null = nobody is linked. */
  link: PlannedLink | null
  outcomes: ImportOutcome[]
  /** Why it is refused; null when it is not. */
  reason: Message | null
  /** What to know of it all the same. */
  notices: Message[]
}

/**
 * Says of each row of a file what would happen, in the file's order: a row counts on those above it.
 *
 * @param done so many rows were carried out: one of them that still asks for something was refused, and nothing counts on it
 */
export function planImport(
  { rows }: Pick<ImportFile, "rows">,
  facts: ImportFacts,
  now: Date,
  done = 0,
): PlannedRow[] {
  const earlier = noEarlierRows()
  return rows.map((file, at) => planRow(file, facts, { earlier, now, isDone: at < done }))
}

interface Standing {
  earlier: EarlierRows
  now: Date
  isDone: boolean
}

function planRow(
  file: FileRow,
  facts: ImportFacts,
  { earlier, now, isDone }: Standing,
): PlannedRow {
  const { request, problems } = readRow(file)
  const customer = findCustomer(request, facts.customers)
  const variant = findVariant(request, facts)
  const found = [customer, variant].flatMap((each) => (each.problem ? [each.problem] : []))
  const named = { file, customer: customer.found, variant: variant.found }
  const refuse = (reasons: readonly Message[]): PlannedRow => ({
    ...named,
    grant: null,
    link: null,
    outcomes: ["refused"],
    reason: sayAll(reasons),
    notices: [],
  })
  if (problems.length + found.length > 0 || customer.found === null) {
    return refuse([...problems, ...found])
  }
  const asked = { request, customer: customer.found }
  const link = planLink(asked, facts.connected, earlier)
  const grant = planGrant({ ...asked, variant: variant.found }, facts.access, earlier, now)
  const refusals = [link.problem, grant.problem].filter((each) => each !== null)
  if (refusals.length > 0) {
    return refuse(refusals)
  }
  const { discord_user_id } = request
  if (!isDone || (grant.plan === null && link.plan === null)) {
    remember(earlier, { ...asked, row: file.row, accessKey: grant.key, discord_user_id })
  }
  return {
    ...named,
    grant: grant.plan,
    link: link.plan,
    outcomes: outcomesOf(grant.plan, link.plan),
    reason: null,
    notices: noticesOf({ ...asked, variant: variant.found }, { grant, facts, earlier }),
  }
}

function outcomesOf(grant: PlannedGrant | null, link: PlannedLink | null): ImportOutcome[] {
  const outcomes: ImportOutcome[] = [
    ...(grant ? [grant.isNew ? ("will_grant" as const) : ("will_change" as const)] : []),
    ...(link ? ["will_link" as const] : []),
  ]
  return outcomes.length > 0 ? outcomes : ["nothing_to_do"]
}

function noticesOf(
  { customer: { id }, variant }: { customer: FoundCustomer; variant: FoundVariant | null },
  given: { grant: ReturnType<typeof planGrant>; facts: ImportFacts; earlier: EarlierRows },
): Message[] {
  const { grant, facts, earlier } = given
  if (grant.key === null || variant === null) {
    return []
  }
  const isConnected =
    earlier.customers.has(id) || facts.connected.some(({ customer_id }) => customer_id === id)
  const noRole = whyNoRole(nameOf(variant), facts.giving.get(variant.id) ?? [], grant.bought)
  return [
    ...(noRole ? [noRole] : []),
    ...(isConnected ? [] : [say("import.not_connected_yet")]),
    ...(grant.suspended ? [say("import.suspended")] : []),
  ]
}
