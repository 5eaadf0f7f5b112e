import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRoleTestStep } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { CheckRow } from "./check-row"

/** Each step of a test, and what to do where one failed. */
export const TestSteps = ({ steps }: { steps: readonly AdminDiscordRoleTestStep[] }) => {
  const { t } = useTranslation(NAMESPACE)
  const passed = steps.every(({ ok }) => ok)
  return (
    <div className="flex flex-col gap-y-2" role="status">
      <Text size="small" leading="compact" weight="plus">
        {t(passed ? "server.test.passed" : "server.test.notPassed")}
      </Text>
      <ul aria-label={t("server.test.steps")} className="shadow-borders-base divide-y rounded-lg">
        {steps.map((step) => (
          <CheckRow key={step.id} label={t(`server.test.step.${step.id}`)} {...step} />
        ))}
      </ul>
    </div>
  )
}
