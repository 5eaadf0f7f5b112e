import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"

/** One step of a chain, drawn as a step of an order's activity is. */
export const ChainStep = ({
  children,
  isLast = false,
}: {
  children: ReactNode
  isLast?: boolean
}) => (
  <li className="grid grid-cols-[20px_1fr] items-start gap-2">
    <div className="flex size-full flex-col items-center gap-y-0.5" aria-hidden>
      <div className="flex size-5 items-center justify-center">
        <div className="bg-ui-bg-base shadow-borders-base flex size-2.5 items-center justify-center rounded-full">
          <div className="bg-ui-tag-neutral-icon size-1.5 rounded-full" />
        </div>
      </div>
      {!isLast && <div className="bg-ui-border-base w-px flex-1" />}
    </div>
    <div className={clx("flex min-w-0 flex-col", { "pb-3": !isLast })}>{children}</div>
  </li>
)
