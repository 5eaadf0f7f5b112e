import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface TextLinkProps {
  /** Below `/app`. */
  to: string
  /** Opens it beside what is on screen, where leaving that would lose something. */
  newTab?: boolean
  /** For the page that it leads to. */
  state?: object
  children: ReactNode
}

/** A link within a line: underlined, as the dashboard's blue is too pale on white to be read by everybody. */
export const TextLink = ({ to, newTab, state, children }: TextLinkProps) => (
  <Link
    to={to}
    state={state}
    {...(newTab && { target: "_blank", rel: "noreferrer" })}
    className="text-ui-fg-base decoration-ui-border-strong hover:decoration-ui-fg-base transition-fg break-words underline underline-offset-4 focus-visible:shadow-borders-focus rounded-[4px] outline-none"
  >
    {children}
  </Link>
)
