import { MagnifyingGlass } from "@medusajs/icons"
import { Input, Text } from "@medusajs/ui"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { inPickOrder, matchingRoles, stepThrough } from "../../lib/role/role-search"
import { RoleOption } from "./role-option"

interface RoleListProps {
  /** The list's name for screen readers. */
  label: string
  /** Highest first. */
  roles: readonly AdminDiscordRole[]
  chosen: ReadonlySet<string>
  onToggle: (role: AdminDiscordRole) => void
}

/**
 * A search field over a list of roles, of which several can be chosen. The focus stays in the field: arrows walk the list,
 * also over roles that cannot be chosen, so that the reason can be read; Enter chooses.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export const RoleList = ({ label, roles, chosen, onToggle }: RoleListProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [search, setSearch] = useState("")
  const [active, setActive] = useState<number | null>(null)
  const found = matchingRoles(inPickOrder(roles), search)
  const current = active === null ? undefined : found[active]

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" })
  }, [active])

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = stepThrough(event.key, active, found.length)
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === "Enter") {
      event.preventDefault()
      if (current) {
        onToggle(current)
      }
    }
  }

  return (
    <div className="flex min-h-0 flex-col gap-y-1">
      <div className="relative">
        {/* Not the icon of Medusa's own search field, which screen readers meet as a picture without a name. */}
        <MagnifyingGlass
          aria-hidden
          className="text-ui-fg-muted pointer-events-none absolute start-2 top-1.5"
        />
        <Input
          className="ps-8"
          size="small"
          autoComplete="off"
          role="combobox"
          aria-label={t("product.picker.search")}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${current.role_id}`}
          placeholder={t("product.picker.search")}
          value={search}
          onKeyDown={handleKeyDown}
          onChange={(event) => {
            setSearch(event.target.value)
            setActive(null)
          }}
        />
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable
        aria-label={label}
        // The focus stays in the search field when a role is clicked.
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-72 min-h-0 overflow-y-auto"
      >
        {found.map((role) => (
          <RoleOption
            key={role.role_id}
            id={`${id}-${role.role_id}`}
            role={role}
            chosen={chosen.has(role.role_id)}
            active={role === current}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <Text role="status" size="small" className="text-ui-fg-subtle px-2 py-1.5">
          {t("product.picker.noMatch", { search })}
        </Text>
      )}
    </div>
  )
}
