import { TriangleRightMini } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordRole } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleLine } from "../access/role-line"
import { ChainStep } from "./chain-step"
import { LastAnswer } from "./last-answer"
import { ReasonSteps } from "./reason-steps"

interface RoleWhyProps {
  role: AdminCustomerDiscordRole
  /** Said beside the roles, once. */
  hideReason: boolean
  startsOpen: boolean
}

/** A role and why the customer holds it: what gives it, by which mapping, and what Discord last said. */
export const RoleWhy = ({ role, hideReason, startsOpen }: RoleWhyProps) => {
  const { t } = useTranslation(NAMESPACE)
  const [open, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <RoleLine role={role} hideReason={hideReason} />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t("customer.why.of", { role: role.name })}
        onClick={() => setOpen(!open)}
        className="text-ui-fg-subtle hover:text-ui-fg-base transition-fg txt-compact-xsmall-plus focus-visible:shadow-borders-focus flex w-fit items-center gap-x-0.5 rounded-[4px] outline-none"
      >
        <TriangleRightMini className={clx("transition-transform", { "rotate-90": open })} />
        {t("customer.why.title")}
      </button>
      <ol
        id={id}
        hidden={!open}
        aria-label={t("customer.why.of", { role: role.name })}
        className={clx("flex-col gap-y-0.5", { flex: open })}
      >
        {role.why.length === 0 && (
          <ChainStep>
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {t("customer.why.nothing")}
            </Text>
          </ChainStep>
        )}
        {role.why.map((reason) => (
          <ReasonSteps
            key={`${reason.entitlement_id} ${reason.mapping_id}`}
            reason={reason}
            roleName={role.name}
          />
        ))}
        <LastAnswer answer={role.last_answer} />
      </ol>
    </div>
  )
}
