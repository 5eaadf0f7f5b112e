import { useDate } from "@medusajs/dashboard/hooks"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCreateInvitation } from "../../hooks/api/servers"
import { NAMESPACE } from "../../i18n/namespace"
import { copied } from "../../lib/copy-text"
import { LoadError } from "../load-error"
import { ShownLink } from "./shown-link"

/** *Copy invitation*: for a customer who has to come into the server by themselves. */
export const CopyInvitation = ({ server }: { server: { id: string; name: string } }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const make = useCreateInvitation(server.id)
  const copyLink = () =>
    make.mutate(undefined, {
      onSuccess: ({ invitation }) =>
        void copied(invitation.url).then(
          (isCopied) => isCopied && toast.success(t("access.invitation.copied")),
        ),
    })
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        className="w-fit"
        isLoading={make.isPending}
        onClick={copyLink}
      >
        {t("access.invitation.copy")}
      </Button>
      {make.isError && <LoadError title={t("access.invitation.failed")} error={make.error} />}
      {make.data && (
        <ShownLink
          label={t("access.invitation.label", { server: server.name })}
          url={make.data.invitation.url}
          hint={t("access.invitation.hint", {
            date: getFullDate({
              date: make.data.invitation.expires_at,
              includeTime: true,
            }).trim(),
          })}
          copyLabel={t("access.invitation.copyAgain")}
        />
      )}
    </>
  )
}
