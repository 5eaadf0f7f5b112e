import { Container } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { DiscordResource } from "../../policies/discord"
import { useRights } from "../hooks/use-can"
import { NAMESPACE } from "../i18n/namespace"
import type { Operation } from "../lib/rights"
import { EmptyState } from "./empty-state"
import { Loading } from "./loading"

interface RightGuardProps {
  resource: DiscordResource
  operation?: Operation
  children: ReactNode
}

/** What only some roles may see or do. For the others a word on why it is not there, and no request that would be refused. */
export const RightGuard = ({ resource, operation = "read", children }: RightGuardProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { known, can } = useRights()
  if (can(resource, operation)) {
    return children
  }
  return (
    <Container>
      {known ? (
        <EmptyState title={t("noAccess.title")} description={t("noAccess.description")} />
      ) : (
        <Loading label={t("noAccess.loading")} rows={6} />
      )}
    </Container>
  )
}
