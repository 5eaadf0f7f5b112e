import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Container, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useCheckMembers, useMemberCheck } from "../../hooks/api/servers"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { membersOf } from "../../lib/membership/members-link"
import { localeOf } from "../../lib/text/locale"
import { SectionHeader } from "../section-header"

/** The way to the server's members; looking at all of them now, and how far that has come. */
export const MembersSection = ({ server }: { server: AdminDiscordServer }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const check = useMemberCheck(server.id).data?.check
  const { mutate, isPending } = useCheckMembers(server.id)
  const number = new Intl.NumberFormat(localeOf(i18n.language))

  const begin = async () => {
    const confirmed = await prompt({
      title: t("server.check.confirm.title", { server: server.name }),
      description: t("server.check.confirm.description"),
      confirmText: t("server.check.confirm.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (confirmed) {
      mutate(undefined, {
        onSuccess: () => toast.success(t("server.check.started")),
        onError: (error) =>
          toast.error(t("server.check.failed"), { description: errorMessage(error) }),
      })
    }
  }

  return (
    <Container className="p-0">
      <SectionHeader
        level="h2"
        title={t("server.check.title")}
        subtitle={
          <span aria-live="polite">
            {check?.requested_at
              ? t("server.check.progress", {
                  seen: number.format(check.seen),
                  total: number.format(check.total),
                  when: getRelativeDate(check.requested_at),
                })
              : t("server.check.about")}
          </span>
        }
      >
        <Button size="small" variant="secondary" asChild>
          <Link to={membersOf(server.id)}>{t("server.check.show")}</Link>
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          disabled={server.status === "disconnected"}
          onClick={() => void begin()}
        >
          {t("server.check.action")}
        </Button>
      </SectionHeader>
    </Container>
  )
}
