import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useErrorMessage } from "../hooks/use-error-message"
import { NAMESPACE } from "../i18n/namespace"

interface LoadErrorProps {
  title: string
  error: unknown
  onRetry?: () => void
  className?: string
}

/** What could not be done, why, and (with `onRetry`) the button to try again. */
export const LoadError = ({ title, error, onRetry, className }: LoadErrorProps) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  return (
    <Alert variant="error" role="alert" className={className}>
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {errorMessage(error)}
      </Text>
      {onRetry && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          className="mt-2"
          onClick={() => onRetry()}
        >
          {t("actions.retry")}
        </Button>
      )}
    </Alert>
  )
}
