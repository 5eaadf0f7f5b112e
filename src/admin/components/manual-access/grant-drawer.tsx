import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useGrantAccess } from "../../hooks/api/entitlements"
import { NAMESPACE } from "../../i18n/namespace"
import { areSameTerms, isPast, OPEN_TERMS, termsPayload } from "../../lib/access/access-terms"
import { AccessDrawer, AccessForm } from "../access/access-drawer"
import { AccessFields } from "./access-fields"
import { VariantPicker } from "./variant-picker"

interface GrantDrawerProps {
  customerId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Gives the customer the roles of a variant without an order. */
export const GrantDrawer = ({ customerId, open, onOpenChange }: GrantDrawerProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <AccessDrawer
      title={t("customer.manual.grant")}
      description={t("customer.manual.form.description")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <GrantForm customerId={customerId} onDone={() => onOpenChange(false)} />
    </AccessDrawer>
  )
}

const GrantForm = ({ customerId, onDone }: { customerId: string; onDone: () => void }) => {
  const { t } = useTranslation(NAMESPACE)
  const [variantId, setVariantId] = useState<string>()
  const [isMissing, setIsMissing] = useState(false)
  const [terms, setTerms] = useState(OPEN_TERMS)
  const grant = useGrantAccess()

  const handleSubmit = () => {
    setIsMissing(!variantId)
    if (!variantId || isPast(terms)) {
      return
    }
    grant.mutate(
      { customer_id: customerId, variant_id: variantId, ...termsPayload(terms) },
      {
        onSuccess: ({ notices }) => {
          toast.success(t("customer.manual.form.granted"))
          for (const notice of notices) {
            toast.warning(t("customer.account.note"), { description: notice })
          }
          onDone()
        },
      },
    )
  }

  return (
    <AccessForm
      submitLabel={t("customer.manual.grant")}
      isPending={grant.isPending}
      isDirty={variantId !== undefined || !areSameTerms(terms, OPEN_TERMS)}
      failure={
        grant.isError
          ? { title: t("customer.manual.form.grantFailed"), error: grant.error }
          : undefined
      }
      onSubmit={handleSubmit}
    >
      <VariantPicker
        value={variantId}
        isMissing={isMissing}
        onChange={(id) => {
          setVariantId(id)
          setIsMissing(false)
        }}
      />
      <AccessFields value={terms} onChange={setTerms} />
    </AccessForm>
  )
}
