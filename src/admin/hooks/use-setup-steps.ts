import type { AdminDiscordSetupProgress } from "../../types/http"
import { isUnasked } from "../lib/application"
import {
  isSetUp,
  setupSteps,
  type ApplicationState,
  type SetupStepId,
  type SetupStepState,
} from "../lib/setup-steps"
import type { ApplicationQuery } from "./api/application"
import { useDiscordSetup } from "./api/setup"

interface SetupGuide {
  progress: AdminDiscordSetupProgress
  steps: Record<SetupStepId, SetupStepState>
}

interface SetupState {
  setup: ReturnType<typeof useDiscordSetup>
  /** Null when nothing is left to do, and while the store has not said how far it is. */
  guide: SetupGuide | null
}

/** How far the set-up is: what the store knows of it at once, what Discord says of the application when it has. */
export function useSetupSteps(application: ApplicationQuery): SetupState {
  const setup = useDiscordSetup()
  const progress = setup.data?.progress
  const guide =
    progress && !isSetUp(progress)
      ? { progress, steps: setupSteps(progress, stateOf(application)) }
      : null
  return { setup, guide }
}

/** What was last seen says nothing while Discord cannot be asked. */
function stateOf(application: ApplicationQuery): ApplicationState {
  const { data } = application
  if (isUnasked(application)) {
    return "unknown"
  }
  if (!data) {
    return "checking"
  }
  return data.checks.every(({ ok }) => ok) ? "in_order" : "faulty"
}
