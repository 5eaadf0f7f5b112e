import type { AdminDiscordSetupProgress } from "../../types/http"

/** What is known of the application behind the bot: `unknown` when Discord could not be asked. */
export type ApplicationState = "checking" | "unknown" | "faulty" | "in_order"

export const SETUP_STEP_IDS = ["application", "server", "position", "variant", "member"] as const
export type SetupStepId = (typeof SETUP_STEP_IDS)[number]

/** `later`: a step before it has to be done first, so it offers nothing to press yet. */
export type SetupStepState = "done" | "checking" | "open" | "later"

/** Whether nothing is left to do between installing the plugin and the first member served. */
export function isSetUp(progress: AdminDiscordSetupProgress): boolean {
  const { server_connected, role_in_reach, variant_gives_role, member_served } = progress
  return server_connected && role_in_reach && variant_gives_role && member_served
}

/** Whether the bot has lost a role that it could give: a variant is given none that it cannot. */
export function isUndone({
  role_in_reach,
  variant_gives_role,
}: AdminDiscordSetupProgress): boolean {
  return variant_gives_role && !role_in_reach
}

/** How each step stands. A step that is done says so, even if one before it has come undone. */
export function setupSteps(
  progress: AdminDiscordSetupProgress,
  application: ApplicationState,
): Record<SetupStepId, SetupStepState> {
  const { server_connected, role_in_reach, variant_gives_role, member_served } = progress
  const step = (isDone: boolean, isNext: boolean): SetupStepState =>
    isDone ? "done" : isNext ? "open" : "later"
  return {
    application: applicationStep(application),
    server: step(server_connected, true),
    position: step(role_in_reach, server_connected),
    variant: step(variant_gives_role, role_in_reach),
    member: step(member_served, role_in_reach && variant_gives_role),
  }
}

function applicationStep(application: ApplicationState): SetupStepState {
  switch (application) {
    case "in_order":
      return "done"
    case "checking":
      return "checking"
    case "unknown":
    case "faulty":
      return "open"
  }
}
