import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface TextLinkProps {
  /** Below `/app`. */
  to: string
  children: ReactNode
}

/** A link within a line, as the dashboard draws those that are not coloured. */
export const TextLink = ({ to, children }: TextLinkProps) => (
  <Link
    to={to}
    className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover transition-fg focus-visible:shadow-borders-focus rounded-[4px] outline-none"
  >
    {children}
  </Link>
)
