import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { AdminDiscordOverviewResponse } from "../../../types/http"
import { request } from "../../lib/request"

/** As often as the store's processes tell of their calls. */
const LOOK_AGAIN_MS = 60_000

/** How the store's work in Discord goes, looked at again by itself. */
export function useDiscordOverview() {
  return useQuery<AdminDiscordOverviewResponse, FetchError>({
    queryKey: ["discord_overview"],
    queryFn: () => request("/admin/discord/overview"),
    refetchOnMount: "always",
    refetchInterval: LOOK_AGAIN_MS,
  })
}
