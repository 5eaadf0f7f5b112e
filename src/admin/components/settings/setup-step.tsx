import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

interface SetupStepProps {
  number: number
  title: string
  description: string
  action?: ReactNode
  children?: ReactNode
}

export const SetupStep = ({ number, title, description, action, children }: SetupStepProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <li className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex items-start justify-between gap-x-4">
        <div className="flex gap-x-4">
          <span
            aria-hidden
            className="bg-ui-bg-component shadow-borders-base txt-compact-small-plus text-ui-fg-subtle flex size-7 shrink-0 items-center justify-center rounded-md"
          >
            {number}
          </span>
          <div className="flex flex-col gap-y-1">
            <Heading level="h3">
              <span className="sr-only">{t("settings.setup.step", { number })}: </span>
              {title}
            </Heading>
            <Text size="small" className="text-ui-fg-subtle max-w-prose text-pretty">
              {description}
            </Text>
          </div>
        </div>
        {action}
      </div>
      {children && <div className="ps-11">{children}</div>}
    </li>
  )
}
