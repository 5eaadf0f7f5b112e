import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordCallHour } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { barOf, notCarriedOut } from "../../lib/overview/calls"
import { clockOf, localeOf } from "../../lib/text/locale"
import { hourSpan } from "../../lib/overview/hour-span"

interface CallsChartProps {
  hours: readonly AdminDiscordCallHour[]
  /** The most in an hour: its bar reaches to the top. */
  peak: number
  label: string
}

/** Of the drawing alone: it is stretched to the room there is. */
const HEIGHT = 100
const WIDTH = 10
const GAP = 2
/** One time below the chart for so many bars: a phone has no room for more. */
const HOURS_A_LABEL = 6

const DONE = "text-ui-fg-interactive"
const NOT_DONE = "text-ui-tag-red-icon"

/** A bar for each hour; how many it stands for, under the mouse. Screen readers have the table beside it. */
export const CallsChart = ({ hours, peak, label }: CallsChartProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const clock = clockOf(i18n.language)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const labelled = hours.filter((_, at) => at % HOURS_A_LABEL === 0)
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-2">
        <Text as="div" size="xsmall" className="text-ui-fg-subtle flex flex-wrap gap-x-4">
          <Key className={DONE} name={t("overview.calls.carriedOut")} />
          <Key className={NOT_DONE} name={t("overview.calls.others")} />
        </Text>
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          {t("overview.calls.peak", { number: number.format(peak) })}
        </Text>
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${hours.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="border-ui-border-base block h-32 w-full border-b"
      >
        {hours.map((hour, at) => (
          <Column
            key={hour.begins_at}
            x={at * WIDTH}
            {...barOf(hour, peak)}
            title={`${hourSpan(hour, i18n.language)}: ${t("overview.calls.count", { count: hour.calls })} ${t("overview.calls.notCarriedOut", { count: notCarriedOut(hour) })}`}
          />
        ))}
      </svg>
      <Text as="div" size="xsmall" className="text-ui-fg-subtle flex pt-1" aria-hidden>
        {labelled.map(({ begins_at }) => (
          <span key={begins_at} className="flex-1 text-nowrap">
            {clock.format(new Date(begins_at))}
          </span>
        ))}
      </Text>
    </div>
  )
}

interface ColumnProps {
  x: number
  title: string
  /** Of the chart's height. */
  carried_out: number
  not_carried_out: number
}

const Column = ({ x, title, carried_out, not_carried_out }: ColumnProps) => {
  const done = carried_out * HEIGHT
  const notDone = not_carried_out * HEIGHT
  const bar = { x: x + GAP / 2, width: WIDTH - GAP, fill: "currentColor" }
  return (
    <g>
      <title>{title}</title>
      {/* The whole height answers to the mouse: a low bar is hard to meet. */}
      <rect x={x} y={0} width={WIDTH} height={HEIGHT} fill="transparent" />
      <rect {...bar} y={HEIGHT - done} height={done} className={DONE} />
      <rect {...bar} y={HEIGHT - done - notDone} height={notDone} className={NOT_DONE} />
    </g>
  )
}

const Key = ({ className, name }: { className: string; name: string }) => (
  <span className="flex items-center gap-x-1.5">
    <svg aria-hidden viewBox="0 0 8 8" className={`size-2 shrink-0 ${className}`}>
      <rect width={8} height={8} rx={2} fill="currentColor" />
    </svg>
    {name}
  </span>
)
