import type { AdminDiscordApplicationResponse } from "../../types/http"

type Check = AdminDiscordApplicationResponse["checks"][number]

interface Asked {
  data: AdminDiscordApplicationResponse | undefined
  isError: boolean
}

/** The check that says why Discord could not be asked; what the store knows by itself stands beside it. */
export function unaskedCheck(data: AdminDiscordApplicationResponse | undefined): Check | undefined {
  return data?.checks.find(({ id }) => id === "unasked")
}

/** Whether nothing is known of the application now: what was last seen of it, and of servers, may not be so any more. */
export function isUnasked({ data, isError }: Asked): boolean {
  return isError || unaskedCheck(data) !== undefined
}
