import type { FetchError } from "@medusajs/js-sdk"
import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { download } from "../../lib/request"
import { saveFile } from "../../lib/save-file"

interface DownloadButtonProps {
  /** The route of the list, and what it is filtered by. */
  path: string
  filter: object
  /** How many the filter finds. */
  found: number
  /** What the file is called. */
  file: string
  /** What is said when there is none. */
  failed: string
}

/** All that a list's filter finds, as a CSV file in the admin's language. A link would not carry the sign-in of a store that uses JWT. */
export const DownloadButton = ({ path, filter, found, file, failed }: DownloadButtonProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate, isPending } = useMutation<Blob, FetchError>({
    mutationFn: () =>
      download(path, {
        query: filter,
        headers: { accept: "text/csv", "accept-language": i18n.language },
      }),
    onSuccess: (blob) => saveFile(blob, file),
    onError: (error) => toast.error(failed, { description: errorMessage(error) }),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      disabled={found === 0}
      isLoading={isPending}
      onClick={() => mutate()}
    >
      {t("actions.downloadCsv")}
    </Button>
  )
}
