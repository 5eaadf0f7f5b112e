import { Suspense, type ComponentType, type ReactNode } from "react"
import { ensureTranslations } from "../../lib/text/ensure-translations"
import { CouldNotShow } from "./could-not-show"
import { ErrorBoundary } from "./error-boundary"
import { Queries, useForgetUnshown } from "./queries"
import { Translated } from "./translated"

interface Part {
  /** Key of its title: what is said to be missing when it breaks. Null = it just stays away. */
  title: string | null
}

/**
 * Wraps whatever the dashboard is given to show, widget, page or breadcrumb: it brings the contexts that it needs, and when it
 * breaks, the page around it goes on. What is shown rarely may be lazy.
 */
export function withDiscordAdmin<Props extends object>(
  Component: ComponentType<Props>,
  part: Part,
): ComponentType<Props> {
  const Wrapped = (props: Props) => {
    ensureTranslations()
    return (
      <Translated>
        <Queries>
          <Guarded {...part}>
            <Suspense>
              <Component {...props} />
            </Suspense>
          </Guarded>
        </Queries>
      </Translated>
    )
  }
  Wrapped.displayName = `withDiscordAdmin(${Component.displayName ?? Component.name})`
  return Wrapped
}

const Guarded = ({ title, children }: Part & { children: ReactNode }) => {
  const forget = useForgetUnshown()
  return (
    <ErrorBoundary
      // Another product, order or customer is another try.
      place={window.location.pathname}
      onRetry={forget}
      fallback={(error, retry) =>
        title === null ? null : <CouldNotShow title={title} error={error} onRetry={retry} />
      }
    >
      {children}
    </ErrorBoundary>
  )
}
