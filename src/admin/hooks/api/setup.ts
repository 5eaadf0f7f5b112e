import type { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import type { AdminDiscordSetupResponse } from "../../../types/http"
import { request } from "../../lib/request"
import { isSetUp } from "../../lib/setup-steps"
import { setupQueryKey } from "./servers"

/** While something is to be done: the next step may be done in Discord, in the store or by a buyer. */
export const SETUP_POLL_MS = 5_000

/** How far the set-up is, and the options in force. */
export function useDiscordSetup() {
  return useQuery<AdminDiscordSetupResponse, FetchError>({
    queryKey: setupQueryKey,
    queryFn: () => request("/admin/discord/setup"),
    refetchOnMount: "always",
    refetchInterval: ({ state }) =>
      state.data && !isSetUp(state.data.progress) ? SETUP_POLL_MS : false,
  })
}
