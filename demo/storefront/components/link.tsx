import type { MouseEvent, ReactNode } from "react"
import { PAGES } from "../../storefront-config"
import { go } from "../hooks/use-page"

interface LinkProps {
  page: keyof typeof PAGES
  isCurrent?: boolean
  className?: string
  children: ReactNode
}

/** A link to another page of the shop. */
export function Link({ page, isCurrent = false, className, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(page)
  }
  return (
    <a
      href={PAGES[page]}
      onClick={follow}
      {...(className && { className })}
      {...(isCurrent && { "aria-current": "page" })}
    >
      {children}
    </a>
  )
}
