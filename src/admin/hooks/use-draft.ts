import { createContext, useContext, useEffect } from "react"
import { useConfirmLeave } from "./use-confirm-leave"
import { useNavigationGuard } from "./use-navigation-guard"

/** Where a form tells the drawer around it that something was typed. A drawer with an address of its own listens to none. */
export const DraftContext = createContext<(dirty: boolean) => void>(() => undefined)

/**
 * Guards what was typed into a form: whoever closes its drawer, goes elsewhere or closes the tab is asked first. Only for
 * what is on screen while it is edited.
 */
export function useDraft(dirty: boolean): void {
  const tellDrawer = useContext(DraftContext)
  useNavigationGuard(dirty, useConfirmLeave(dirty))
  useEffect(() => {
    tellDrawer(dirty)
    return () => tellDrawer(false)
  }, [dirty, tellDrawer])
}
