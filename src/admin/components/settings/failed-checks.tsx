import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDiscordApplication } from "../../hooks/api/application"
import { NAMESPACE } from "../../i18n/namespace"
import { CheckRow } from "../check-row"

/** What is wrong with the store's side of all servers; nothing while all is well, or Discord cannot be asked. */
export const FailedChecks = () => {
  const { t } = useTranslation(NAMESPACE)
  const { data } = useDiscordApplication()
  const failed = (data?.checks ?? []).filter(({ ok }) => !ok)
  if (failed.length === 0) {
    return null
  }
  return (
    <Container className="p-0">
      <ul className="divide-y">
        {failed.map((check) => (
          <CheckRow key={check.id} label={t(`checks.${check.id}`)} {...check} />
        ))}
      </ul>
    </Container>
  )
}
