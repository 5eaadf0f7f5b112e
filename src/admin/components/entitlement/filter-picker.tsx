import { Button, Checkbox, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

/** What there is to choose, a page at a time. */
interface Found {
  options: { value: string; label: string }[]
  searchValue: string
  onSearchValueChange: (words: string) => void
  fetchNextPage: () => unknown
  isFetchingNextPage: boolean
  hasNextPage?: boolean
}

export interface FilterPickerProps {
  /** What can be searched for. */
  label: string
  found: Found
  chosen: readonly string[]
  /** Undefined: by nothing any more. */
  onChange: (chosen: string[] | undefined) => void
}

/** A filter with more choices than a list has room for: they are searched in the store. */
export const FilterPicker = ({ label, found, chosen, onChange }: FilterPickerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const toggle = (value: string, isChosen: boolean) => {
    const others = chosen.filter((each) => each !== value)
    const next = isChosen ? [...others, value] : others
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div className="flex w-72 flex-col gap-y-1 p-1">
      <Input
        size="small"
        type="search"
        aria-label={label}
        placeholder={label}
        value={found.searchValue}
        onChange={(event) => found.onSearchValueChange(event.target.value)}
      />
      <ul className="flex max-h-64 flex-col overflow-y-auto">
        {found.options.map((option) => (
          <li key={option.value} className="flex items-center gap-x-2 px-2 py-1">
            <Checkbox
              id={`${id}-${option.value}`}
              checked={chosen.includes(option.value)}
              onCheckedChange={(checked) => toggle(option.value, checked === true)}
            />
            <label
              htmlFor={`${id}-${option.value}`}
              className="txt-compact-small min-w-0 break-words"
            >
              {option.label}
            </label>
          </li>
        ))}
      </ul>
      {found.options.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-2 py-1">
          {t("entitlements.filter.nothing")}
        </Text>
      )}
      {found.hasNextPage && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          isLoading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("entitlements.filter.more")}
        </Button>
      )}
    </div>
  )
}
