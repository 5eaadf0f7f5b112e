import type { AdminPreviewProductDiscordRolesResponse } from "../../../types/http/role-mapping"

type Translate = (key: string, values: Record<string, unknown>) => string

/** What saving does to those who bought already, in sentences; none when it does nothing to anybody. */
export function previewSentences(
  {
    servers,
    unlinked_customers,
  }: Pick<AdminPreviewProductDiscordRolesResponse, "servers" | "unlinked_customers">,
  t: Translate,
): string[] {
  const changed = servers.filter(({ gaining, losing }) => gaining + losing > 0)
  if (changed.length === 0) {
    return []
  }
  const sentences = changed.map(({ server_name: server, gaining, losing }) => {
    const parts = [
      gaining > 0 ? t("product.preview.gaining", { count: gaining }) : "",
      losing > 0 ? t("product.preview.losing", { count: losing }) : "",
    ].filter(Boolean)
    return t("product.preview.server", { server, changes: parts.join(", ") })
  })
  return unlinked_customers > 0
    ? [...sentences, t("product.preview.unlinked", { count: unlinked_customers })]
    : sentences
}
