import { useDate } from "@medusajs/dashboard/hooks"
import { Tooltip } from "@medusajs/ui"

interface MomentProps {
  at: string | null
  /** What stands there without one. */
  none: string
}

/** How long ago or ahead; when exactly, under the mouse. */
export const Moment = ({ at, none }: MomentProps) => {
  const { getFullDate, getRelativeDate } = useDate()
  return at === null ? (
    <>{none}</>
  ) : (
    <Tooltip content={getFullDate({ date: at, includeTime: true })}>
      <span className="text-nowrap">{getRelativeDate(at)}</span>
    </Tooltip>
  )
}
