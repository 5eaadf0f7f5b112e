import { EllipsisHorizontal } from "@medusajs/icons"
import { ActionMenu, type Action } from "@medusajs/dashboard/components"
import { IconButton } from "@medusajs/ui"

interface SectionMenuProps {
  /** What the button is called for those who cannot see where it stands. */
  label: string
  /** One group between each two lines; empty ones are left out. */
  groups: Action[][]
}

/** What can be done with a section; nothing where nothing can be done. */
export const SectionMenu = ({ label, groups }: SectionMenuProps) => {
  const filled = groups.filter((actions) => actions.length > 0)
  if (filled.length === 0) {
    return null
  }
  return (
    <ActionMenu groups={filled.map((actions) => ({ actions }))}>
      <IconButton size="small" variant="transparent" aria-label={label}>
        <EllipsisHorizontal />
      </IconButton>
    </ActionMenu>
  )
}
