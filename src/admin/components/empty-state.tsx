import { Text } from "@medusajs/ui"

interface EmptyStateProps {
  title: string
  description: string
}

/** What is missing, and what to do about it. */
export const EmptyState = ({ title, description }: EmptyStateProps) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-y-1 px-6 py-16 text-center">
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <Text size="small" className="text-ui-fg-subtle max-w-80 text-pretty">
      {description}
    </Text>
  </div>
)
