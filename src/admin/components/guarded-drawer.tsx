import { Drawer } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useConfirmLeave } from "../hooks/use-confirm-leave"
import { DraftContext } from "../hooks/use-draft"

interface GuardedDrawerProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}

/** A drawer that asks before it closes over what a form in it holds (`useDraft`). */
export const GuardedDrawer = ({ open, onOpenChange, children }: GuardedDrawerProps) => {
  const [dirty, setDirty] = useState(false)
  const confirmLeave = useConfirmLeave(dirty)
  const handleOpenChange = (next: boolean) => {
    if (next) {
      onOpenChange(true)
    } else {
      void confirmLeave().then((leave) => leave && onOpenChange(false))
    }
  }
  return (
    <DraftContext.Provider value={setDirty}>
      <Drawer open={open} onOpenChange={handleOpenChange}>
        {children}
      </Drawer>
    </DraftContext.Provider>
  )
}
