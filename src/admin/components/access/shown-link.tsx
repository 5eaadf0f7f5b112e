import { Copy, Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"

interface ShownLinkProps {
  label: string
  url: string
  hint: string
  /** The copy button's name for screen readers. */
  copyLabel: string
}

/** A link to send to somebody. One that was just made is shown this once: the store keeps no copy that could be read. */
export const ShownLink = ({ label, url, hint, copyLabel }: ShownLinkProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <div className="flex items-center gap-x-2">
        <div className="flex-1">
          <Input
            id={id}
            size="small"
            readOnly
            value={url}
            aria-describedby={`${id}-hint`}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Copy content={url} aria-label={copyLabel} className="text-ui-fg-muted" />
      </div>
      <Hint id={`${id}-hint`}>{hint}</Hint>
    </div>
  )
}
