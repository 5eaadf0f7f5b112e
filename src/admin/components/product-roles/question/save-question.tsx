import { Prompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SaveQuestion as Question } from "../../../hooks/use-save-product-roles"
import { useMessage } from "../../../hooks/use-message"
import { NAMESPACE } from "../../../i18n/namespace"
import { isDestructive, roleChanges } from "../../../lib/role/preview-changes"
import { Loading } from "../../loading"
import { ApplyToChoice } from "./apply-to-choice"
import { RoleChanges } from "./role-changes"

/**
 * Asks before current customers gain or lose roles, or a role is sold that lets its holders manage the server: what, whom, and
 * that it is done in the background; and whether it is for new buyers alone.
 */
export const SaveQuestion = ({ question }: { question: Question }) => {
  const { preview, apply_to, choose, answer } = question
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  // What it was first asked about: the title stays while the choice is made.
  const [first] = useState(preview)
  const dangerous = first?.dangerous_roles ?? []
  const isDangerous = dangerous.length > 0
  const dangers = dangerous.map((role) =>
    t("product.dangerous.role", {
      role: role.name,
      server: role.server_name,
      permissions: role.dangerous_permission_details.map(say).join(", "),
    }),
  )
  const isOfCustomers = choose !== null || (first !== null && roleChanges(first).length > 0)
  const changes = preview && roleChanges(preview).length > 0
  const background = changes ? t("product.preview.background") : t("product.preview.newBuyers")
  return (
    <Prompt
      open
      variant={preview && isDestructive(preview) ? "danger" : "confirmation"}
      onOpenChange={(open) => !open && answer(false)}
    >
      <Prompt.Content className="max-h-[90vh] w-[calc(100%-2rem)] max-w-[480px]">
        <Prompt.Header>
          <Prompt.Title>
            {t(isDangerous ? "product.dangerous.title" : "product.preview.title")}
          </Prompt.Title>
          <Prompt.Description className="text-pretty">
            {[...dangers, ...(isOfCustomers ? [background] : [])].join(" ")}
          </Prompt.Description>
        </Prompt.Header>
        {isOfCustomers && (
          <div className="flex min-h-0 flex-col gap-y-3 overflow-y-auto px-6 pt-4">
            {choose && <ApplyToChoice value={apply_to} onChange={choose} />}
            {preview ? (
              <RoleChanges preview={preview} />
            ) : (
              <Loading label={t("product.preview.loading")} rows={1} />
            )}
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("unsaved.stay")}</Prompt.Cancel>
          <Prompt.Action disabled={!preview} onClick={() => answer(true)}>
            {t(isDangerous ? "product.dangerous.confirm" : "actions.save")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
