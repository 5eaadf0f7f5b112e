import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refuseDangerous } from "../../../modules/discord/server/server-checks.rules"
import { refused } from "../../../modules/discord/refused"
import type { DangerousRole } from "../utils/chosen-roles"

export interface RefuseDangerousRolesInput {
  dangerous_roles: DangerousRole[]
  accept_dangerous_permissions?: boolean | undefined
}

/**
 * A role that lets its holders manage the server is sold by nobody's mistake.
 *
 * @throws MedusaError INVALID_DATA naming each such role and what it lets its holders do, unless that was accepted
 */
export const refuseDangerousRolesStep = createStep(
  "discord-refuse-dangerous-roles",
  (input: RefuseDangerousRolesInput) => {
    if (input.dangerous_roles.length > 0 && !input.accept_dangerous_permissions) {
      throw refused(MedusaError.Types.INVALID_DATA, refuseDangerous(input.dangerous_roles))
    }
    return Promise.resolve(new StepResponse(undefined))
  },
)
