import { say, type Message } from "../../../messages"
import type { ApplicationCheck, ApplicationCheckId } from "../application/application-checks.rules"
import type { OptionsInForce } from "../application/options-in-force.rules"
import type { ServerCheck } from "../server/server-checks.rules"
import { lacksSchema } from "../db/database-failure.rules"
import { wordsOf } from "../error-words.rules"
import type { MembershipStatus, ServerStatus } from "../statuses.rules"
import type { Health } from "./health.rules"

/** `failure`: somebody does not get what they bought. `warning`: they do, and somebody should look. `fact`: neither. */
export type Severity = "ok" | "fact" | "warning" | "failure"

export interface Finding {
  severity: Severity
  message: Message
  /** What to do; null when there is nothing. */
  fix: Message | null
}

/** What is looked at together. */
export interface Section {
  title: Message
  findings: Finding[]
}

/** Everything that the settings page shows, as it is now. */
export interface DoctorFacts {
  health: Health
  application: ApplicationCheck[]
  servers: {
    name: string
    status: ServerStatus
    /** Why it is paused; null when it is not. */
    pause_reason: Message | null
    parked_count: number
    checks: readonly ServerCheck[]
  }[]
  members: Record<MembershipStatus, number>
  /** When Discord last said how any member stands, ISO; null = never. */
  last_look_at: string | null
  options: OptionsInForce
}

/** Of the application's checks: all others keep somebody from their roles. */
const WARNINGS: readonly ApplicationCheckId[] = [
  "public_key",
  "webhook_events",
  "shared_locks",
  "missing_index",
  "older_key",
  "address",
  "gateway",
]

const EXIT_CODES: Record<Severity, number> = { ok: 0, fact: 0, warning: 1, failure: 2 }

export function diagnose(facts: DoctorFacts): Section[] {
  return [
    { title: say("doctor.application"), findings: applicationFindings(facts) },
    ...serverSections(facts),
    { title: say("doctor.work"), findings: workFindings(facts) },
    { title: say("doctor.options"), findings: optionFindings(facts.options) },
  ]
}

/**
 * What is said when nothing can be looked at.
 *
 * @param error what stood in the way
 */
export function unableToLook(error: unknown): Section[] {
  const finding = lacksSchema(error)
    ? found("failure", say("doctor.tables_missing"), say("doctor.tables_fix"))
    : found("failure", say("doctor.failed", { reason: wordsOf(error) ?? String(error) }))
  return [{ title: say("doctor.unable"), findings: [finding] }]
}

/** For a program that runs the doctor: 0 all is well, 1 warnings, 2 failures. */
export function exitCodeOf(sections: readonly Section[]): number {
  return Math.max(
    0,
    ...sections.flatMap(({ findings }) => findings.map(({ severity }) => EXIT_CODES[severity])),
  )
}

function applicationFindings({ application }: DoctorFacts): Finding[] {
  return application.map(({ id, ok, message, fix }) => ({
    severity: ok ? "ok" : WARNINGS.includes(id) ? "warning" : "failure",
    message,
    fix,
  }))
}

function serverSections({ servers }: DoctorFacts): Section[] {
  if (servers.length === 0) {
    const finding = found("warning", say("doctor.no_server"), say("doctor.no_server_fix"))
    return [{ title: say("doctor.servers"), findings: [finding] }]
  }
  return servers.map(({ name, ...server }) => ({
    title: say("doctor.server", { name }),
    findings: serverFindings(server),
  }))
}

function serverFindings({
  status,
  pause_reason,
  parked_count,
  checks,
}: Omit<DoctorFacts["servers"][number], "name">): Finding[] {
  if (status === "disconnected") {
    return [found("fact", say("doctor.disconnected"))]
  }
  const pause = status === "paused" ? [found("failure", pause_reason ?? say("doctor.paused"))] : []
  const parked =
    parked_count > 0
      ? [
          found(
            "failure",
            say("doctor.parked", { members: parked_count }),
            say("doctor.parked_fix"),
          ),
        ]
      : []
  const checked = checks.map(({ ok, severity, message, fix }) =>
    found(ok ? "ok" : severity === "error" ? "failure" : "warning", message, fix),
  )
  return [...pause, ...parked, ...checked]
}

function workFindings({ health, members, last_look_at }: DoctorFacts): Finding[] {
  const { sweep, processes } = health
  const date_swept = sweep?.last_at ?? null
  return [
    found("fact", date_swept ? say("doctor.swept", { date_swept }) : say("doctor.never_swept")),
    found("fact", say("doctor.processes", { processes: processes?.running ?? 0 })),
    found(
      "fact",
      last_look_at
        ? say("doctor.looked", { date_looked: last_look_at })
        : say("doctor.never_looked"),
    ),
    found(
      "fact",
      say("doctor.members", {
        synced: members.synced,
        working: members.due + members.retrying,
        customers: members.waiting_for_join + members.waiting_for_customer,
        admins: members.waiting_for_admin,
      }),
    ),
  ]
}

/** As `medusa-config.ts` means them: none of them is a secret. */
function optionFindings(options: OptionsInForce): Finding[] {
  return Object.entries(options).map(([name, value]) =>
    found("fact", say("doctor.option", { name, value: JSON.stringify(value) })),
  )
}

function found(severity: Severity, message: Message, fix: Message | null = null): Finding {
  return { severity, message, fix }
}
