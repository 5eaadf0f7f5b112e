import { ChevronDownMini, ChevronUpMini } from "@medusajs/icons"
import { Container, Heading, IconButton, Text } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"

interface FoldedSectionProps {
  title: string
  /** What there is to know without opening it. */
  summary: ReactNode
  /** What the button does, for those who cannot see what it stands beside. */
  showLabel: string
  hideLabel: string
  children: ReactNode
}

/** A section that is one line until somebody wants to know. */
export const FoldedSection = (props: FoldedSectionProps) => {
  const { title, summary, showLabel, hideLabel, children } = props
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const Chevron = isOpen ? ChevronUpMini : ChevronDownMini
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{title}</Heading>
          <Text as="div" size="small" className="text-ui-fg-subtle text-pretty">
            {summary}
          </Text>
        </div>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={isOpen ? hideLabel : showLabel}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron />
        </IconButton>
      </div>
      {isOpen && <div id={id}>{children}</div>}
    </Container>
  )
}
