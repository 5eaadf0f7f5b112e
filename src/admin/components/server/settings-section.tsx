import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminDiscordServer } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"

/** How the server's members are treated. */
export const SettingsSection = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("server.settings.title")}</Heading>
        <Button size="small" variant="secondary" asChild>
          <Link to="edit">{t("server.settings.edit")}</Link>
        </Button>
      </div>
      <SectionRow
        title={t("server.settings.on_access_end.label")}
        value={t(`server.settings.on_access_end.${server.on_access_end}`)}
      />
      <SectionRow
        title={t("server.settings.grace_hours.label")}
        value={
          server.grace_hours === 0
            ? t("server.settings.grace_hours.none")
            : t("server.settings.grace_hours.value", { count: server.grace_hours })
        }
      />
      <SectionRow
        title={t("server.settings.on_role_removed.label")}
        value={t(`server.settings.on_role_removed.${server.on_role_removed}`)}
      />
      <SectionRow
        title={t("server.settings.adopted_roles.label")}
        value={t(`server.settings.adopted_roles.${server.adopted_roles}`)}
      />
    </Container>
  )
}
