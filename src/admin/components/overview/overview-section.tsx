import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDiscordOverview } from "../../hooks/api/overview"
import { NAMESPACE } from "../../i18n/namespace"
import { clockOf } from "../../lib/text/locale"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { SectionHeader } from "../section-header"
import { CallsOfLastDay } from "./calls-of-last-day"
import { Figures } from "./figures"

/** Whether all is going as it should, without knowing what to look for. */
export const OverviewSection = () => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { data, error, isError, refetch } = useDiscordOverview()
  const overview = data?.overview
  return (
    <Container className="divide-y p-0">
      <SectionHeader
        level="h2"
        title={t("overview.title")}
        subtitle={
          overview &&
          t("overview.asOf", { time: clockOf(i18n.language).format(new Date(overview.as_of)) })
        }
      />
      {isError && (
        <div className="px-6 py-4">
          <LoadError
            title={t("overview.loadFailed")}
            error={error}
            onRetry={() => void refetch()}
          />
        </div>
      )}
      {overview ? (
        <>
          <Figures overview={overview} />
          <CallsOfLastDay hours={overview.hours} />
        </>
      ) : (
        !isError && (
          <div className="px-6 py-4">
            <Loading label={t("overview.loading")} rows={6} />
          </div>
        )
      )}
    </Container>
  )
}
