import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { AdminDiscordApplicationResponse } from "../../../types/http/server"
import { request } from "../../lib/request"

export type ApplicationQuery = ReturnType<typeof useDiscordApplication>

/**
 * The plugin's options, held against what Discord says. A page asks once and hands the answer on: a part that comes and goes with the answer, and
 * asked for itself, would ask without end while Discord is down.
 */
export function useDiscordApplication() {
  return useQuery<AdminDiscordApplicationResponse, FetchError>({
    queryKey: ["discord_application"],
    queryFn: () => request("/admin/discord/application"),
    // The usual answer to a failed check is a change in Discord's portal, then a second look here.
    refetchOnMount: "always",
  })
}
