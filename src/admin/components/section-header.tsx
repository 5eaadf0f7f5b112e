import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionHeaderProps {
  title: string
  subtitle?: ReactNode
  level?: "h1" | "h2"
  /** What can be done: beside the title, and below it where a phone leaves no room. */
  children?: ReactNode
}

/** The head of a section; what searches and filters a table stands in a row of its own below. */
export const SectionHeader = ({ title, subtitle, level = "h1", children }: SectionHeaderProps) => (
  <div className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
    <div className="min-w-0">
      <Heading level={level}>{title}</Heading>
      {subtitle !== undefined && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {subtitle}
        </Text>
      )}
    </div>
    {children && <div className="flex flex-wrap items-center gap-2 md:shrink-0">{children}</div>}
  </div>
)
