import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordEntitlementAccess } from "../../../types/http"
import { useUpdateAccess } from "../../hooks/api/entitlements"
import { NAMESPACE } from "../../i18n/namespace"
import { type AccessTerms, areSameTerms, isPast, termsPayload } from "../../lib/access/access-terms"
import { AccessDrawer, AccessForm } from "../access/access-drawer"
import { AccessFields } from "./access-fields"

type Changeable = Pick<AdminDiscordEntitlementAccess, "id" | "variant" | "ends_at" | "note">

interface ChangeAccessDrawerProps {
  entitlement: Changeable
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Changes until when an access stands, or why it was given. */
export const ChangeAccessDrawer = (props: ChangeAccessDrawerProps) => {
  const { entitlement, open, onOpenChange } = props
  const { t } = useTranslation(NAMESPACE)
  const { product_title, title } = entitlement.variant
  return (
    <AccessDrawer
      title={t("customer.manual.change.action")}
      description={[product_title, title].filter(Boolean).join(" · ")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <ChangeForm entitlement={entitlement} onDone={() => onOpenChange(false)} />
    </AccessDrawer>
  )
}

interface ChangeFormProps {
  entitlement: Changeable
  onDone: () => void
}

const ChangeForm = ({ entitlement, onDone }: ChangeFormProps) => {
  const { t } = useTranslation(NAMESPACE)
  // What was there when the form opened: a later answer must not shift what "changed" means.
  const [before] = useState<AccessTerms>(() => ({
    ends_at: entitlement.ends_at === null ? null : new Date(entitlement.ends_at),
    note: entitlement.note ?? "",
  }))
  const [terms, setTerms] = useState(before)
  const update = useUpdateAccess(entitlement.id)

  const handleSubmit = () => {
    if (isPast(terms)) {
      return
    }
    update.mutate(termsPayload(terms), {
      onSuccess: () => {
        toast.success(t("customer.manual.change.done"))
        onDone()
      },
    })
  }

  return (
    <AccessForm
      submitLabel={t("actions.save")}
      isPending={update.isPending}
      isDirty={!areSameTerms(terms, before)}
      failure={
        update.isError
          ? { title: t("customer.manual.change.failed"), error: update.error }
          : undefined
      }
      onSubmit={handleSubmit}
    >
      <AccessFields value={terms} onChange={setTerms} />
    </AccessForm>
  )
}
