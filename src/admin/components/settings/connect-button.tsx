import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ConnectState } from "../../hooks/use-connect-server"
import { NAMESPACE } from "../../i18n/namespace"

interface ConnectButtonProps {
  state: ConnectState
  onConnect: () => void
  variant?: "primary" | "secondary"
}

/** *Add Discord Server*, for whoever may. A second click starts over, should the window have got lost. */
export const ConnectButton = ({ state, onConnect, variant = "secondary" }: ConnectButtonProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Button size="small" variant={variant} isLoading={state.step === "opening"} onClick={onConnect}>
      {t("settings.connect.button")}
    </Button>
  )
}
