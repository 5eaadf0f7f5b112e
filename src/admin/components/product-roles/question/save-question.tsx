import { Prompt, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SaveQuestion as Question } from "../../../hooks/use-save-product-roles"
import { useMessage } from "../../../hooks/use-message"
import { NAMESPACE } from "../../../i18n/namespace"
import { isDestructive, roleChanges } from "../../../lib/role/preview-changes"
import { RoleChangeLine } from "./role-change-line"

/**
 * Asks before current customers gain or lose roles, or a role is sold that lets its holders manage the server: what, whom, and
 * that it is done in the background.
 */
export const SaveQuestion = ({ question }: { question: Question }) => {
  const { preview, answer } = question
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const changes = roleChanges(preview)
  const isDangerous = preview.dangerous_roles.length > 0
  const dangers = preview.dangerous_roles.map((role) =>
    t("product.dangerous.role", {
      role: role.name,
      server: role.server_name,
      permissions: role.dangerous_permission_details.map(say).join(", "),
    }),
  )
  const background = changes.length > 0 ? [t("product.preview.background")] : []
  return (
    <Prompt
      open
      variant={isDestructive(preview) ? "danger" : "confirmation"}
      onOpenChange={(open) => !open && answer(false)}
    >
      <Prompt.Content className="max-h-[90vh] w-[calc(100%-2rem)] max-w-[480px]">
        <Prompt.Header>
          <Prompt.Title>
            {t(isDangerous ? "product.dangerous.title" : "product.preview.title")}
          </Prompt.Title>
          <Prompt.Description className="text-pretty">
            {[...dangers, ...background].join(" ")}
          </Prompt.Description>
        </Prompt.Header>
        {changes.length > 0 && (
          <div className="flex min-h-0 flex-col gap-y-3 overflow-y-auto px-6 pt-4">
            <ul aria-label={t("product.preview.list")} className="flex flex-col gap-y-1">
              {changes.map((change) => (
                <RoleChangeLine key={`${change.kind} ${change.role.role_id}`} change={change} />
              ))}
            </ul>
            {preview.unlinked_customers > 0 && (
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t("product.preview.unlinked", { count: preview.unlinked_customers })}
              </Text>
            )}
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("unsaved.stay")}</Prompt.Cancel>
          <Prompt.Action onClick={() => answer(true)}>
            {t(isDangerous ? "product.dangerous.confirm" : "actions.save")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
