import { Code } from "@medusajs/ui"
import type { ReactNode } from "react"

interface OptionRowProps {
  /** As it is called in `medusa-config.ts`; null = there is none for it. */
  name: string | null
  children: ReactNode
}

/** What is in force, and how the developer calls it. */
export const OptionRow = ({ name, children }: OptionRowProps) => (
  <div className="flex flex-col gap-x-4 gap-y-1 px-6 py-3 md:flex-row-reverse md:items-start md:justify-between">
    <dt className="txt-compact-xsmall text-ui-fg-subtle shrink-0">{name && <Code>{name}</Code>}</dt>
    <dd className="txt-small text-ui-fg-base min-w-0 max-w-prose text-pretty">{children}</dd>
  </div>
)
