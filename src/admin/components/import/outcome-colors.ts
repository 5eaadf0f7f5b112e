import type { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { AdminDiscordImportRow } from "../../../types/http"

type Outcome = AdminDiscordImportRow["outcomes"][number]

export const OUTCOME_COLORS: Record<Outcome, ComponentProps<typeof StatusBadge>["color"]> = {
  will_grant: "blue",
  will_change: "blue",
  will_link: "blue",
  granted: "green",
  changed: "green",
  linked: "green",
  nothing_to_do: "grey",
  refused: "red",
}
