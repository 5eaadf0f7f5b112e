import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"

/** What it means that a server is disconnected, and how to connect it again. */
export const DisconnectedNote = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Alert variant="warning">
      <Text size="small" leading="compact" weight="plus">
        {t("server.disconnected.title")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(server.takes_back_roles ? "server.disconnected.takenBack" : "server.disconnected.kept")}
      </Text>
    </Alert>
  )
}
