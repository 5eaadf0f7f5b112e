import { Component, type ReactNode } from "react"

interface ErrorBoundaryProps {
  /** Where it stands: a fault at one place is forgotten at the next. */
  place: string
  onRetry: () => void
  fallback: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

interface ErrorBoundaryState {
  failure: { error: unknown; place: string } | null
}

/** Keeps a fault of what it holds to itself. React knows no hook for this, only classes. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failure: { error, place: window.location.pathname } }
  }

  readonly #retry = () => {
    this.props.onRetry()
    this.setState({ failure: null })
  }

  override render(): ReactNode {
    const { failure } = this.state
    const { children, fallback, place } = this.props
    return failure?.place === place ? fallback(failure.error, this.#retry) : children
  }
}
