import { Button, Drawer, Heading } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useDraft } from "../../hooks/use-draft"
import { NAMESPACE } from "../../i18n/namespace"
import { GuardedDrawer } from "../guarded-drawer"
import { LoadError } from "../load-error"

interface AccessDrawerProps {
  title: string
  description: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Rendered anew each time the drawer opens, so that it begins with what is there then. */
  children: ReactNode
}

/** The frame of the drawers about access. */
export const AccessDrawer = (props: AccessDrawerProps) => (
  <GuardedDrawer open={props.open} onOpenChange={props.onOpenChange}>
    <Drawer.Content>
      <Drawer.Header>
        <Drawer.Title asChild>
          <Heading>{props.title}</Heading>
        </Drawer.Title>
        <Drawer.Description className="text-ui-fg-subtle">{props.description}</Drawer.Description>
      </Drawer.Header>
      {props.children}
    </Drawer.Content>
  </GuardedDrawer>
)

interface AccessFormProps {
  submitLabel: string
  isPending: boolean
  /** Whether something was typed that closing would lose. */
  isDirty: boolean
  /** What was not done, and why; left out while nothing failed. */
  failure?: { title: string; error: unknown }
  onSubmit: () => void
  children: ReactNode
}

/** Fields, what went wrong, and the buttons. */
export const AccessForm = ({
  submitLabel,
  isPending,
  isDirty,
  failure,
  onSubmit,
  children,
}: AccessFormProps) => {
  const { t } = useTranslation(NAMESPACE)
  useDraft(isDirty)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    // What a portal of ours holds bubbles here, too; and one press is one access.
    if (event.target === event.currentTarget && !isPending) {
      onSubmit()
    }
  }
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-1 flex-col overflow-hidden">
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {children}
        {failure && <LoadError title={failure.title} error={failure.error} />}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={isPending}>
          {submitLabel}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
