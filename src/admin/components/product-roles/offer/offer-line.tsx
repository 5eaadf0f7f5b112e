import { Button, Text } from "@medusajs/ui"

interface OfferLineProps {
  text: string
  action: string
  /** The same, for who does not see what it stands beside. */
  label: string
  onAct: () => void
}

/** Who has a role, where that is not everyone, and the way to end that. */
export const OfferLine = ({ text, action, label, onAct }: OfferLineProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-3">
    <Text size="small" leading="compact" className="text-ui-fg-subtle text-pretty">
      {text}
    </Text>
    <Button type="button" size="small" variant="transparent" aria-label={label} onClick={onAct}>
      {action}
    </Button>
  </div>
)
