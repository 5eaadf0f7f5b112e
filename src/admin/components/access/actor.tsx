import { useUser } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

/** Who gave an access: an admin by name, or the name a developer's code goes by. */
export const Actor = ({ id }: { id: string }) => {
  const { t } = useTranslation(NAMESPACE)
  const { user } = useUser(id, undefined, { enabled: id.startsWith("user_") })
  const name = user && [user.first_name, user.last_name].filter(Boolean).join(" ")
  return <>{t("customer.source.by", { name: name || user?.email || id })}</>
}
