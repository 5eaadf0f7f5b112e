import { CheckCircleSolid } from "@medusajs/icons"
import { clx, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { SETUP_STEP_IDS, type SetupStepId, type SetupStepState } from "../../lib/setup-steps"

interface SetupStepProps {
  id: SetupStepId
  state: SetupStepState
  /** What is to be done. */
  title: string
  /** The same as something that is so. */
  done: string
  description?: string
  action?: ReactNode
  children?: ReactNode
}

/** One step: all of it while it is the next to do, one line before and after. */
export const SetupStep = ({ id, state, title, done, description, ...rest }: SetupStepProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { action, children } = state === "open" ? rest : {}
  const isOpen = state === "open"
  const number = SETUP_STEP_IDS.indexOf(id) + 1
  return (
    <li className={clx("flex flex-col gap-y-3 px-6", isOpen ? "py-4" : "py-3")}>
      <div className="flex flex-col gap-3 sm:flex-row sm:items-start sm:justify-between">
        <div className={clx("flex gap-x-4", !isOpen && "items-center")}>
          <StepMark number={number} isDone={state === "done"} />
          <div className="flex flex-col gap-y-1">
            <Heading
              level="h3"
              className={clx(!isOpen && "txt-compact-small text-ui-fg-subtle font-normal")}
            >
              <span className="sr-only">
                {t("setup.step", { number })}, {t(`setup.state.${state}`)}:{" "}
              </span>
              {state === "done" ? done : title}
            </Heading>
            {isOpen && description !== undefined && (
              <Text size="small" className="text-ui-fg-subtle max-w-prose text-pretty">
                {description}
              </Text>
            )}
          </div>
        </div>
        {action && <div className="shrink-0 ps-11 sm:ps-0">{action}</div>}
      </div>
      {children && <div className="flex flex-col gap-y-4 ps-11">{children}</div>}
    </li>
  )
}

const StepMark = ({ number, isDone }: { number: number; isDone: boolean }) => (
  <span
    aria-hidden
    className={clx(
      "txt-compact-small-plus text-ui-fg-subtle flex size-7 shrink-0 items-center justify-center rounded-md",
      !isDone && "bg-ui-bg-component shadow-borders-base",
    )}
  >
    {isDone ? <CheckCircleSolid className="text-ui-tag-green-icon" /> : number}
  </span>
)
