import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { AdminDiscordApplicationResponse } from "../../../types/http/server"
import { request } from "../../lib/request"

/** The plugin's options, held against what Discord says. */
export function useDiscordApplication() {
  return useQuery<AdminDiscordApplicationResponse, FetchError>({
    queryKey: ["discord_application"],
    queryFn: () => request("/admin/discord/application"),
    // The usual answer to a failed check is a change in Discord's portal, then a second look here.
    refetchOnMount: "always",
  })
}
