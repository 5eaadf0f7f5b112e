/** What the hooks use of a browser's page: this package is also compiled where there is none. */
interface Page {
  location: { assign(url: string): void }
  document: {
    hidden: boolean
    addEventListener(type: "visibilitychange", listener: () => void): void
    removeEventListener(type: "visibilitychange", listener: () => void): void
  }
  addEventListener(type: "pageshow", listener: () => void): void
  removeEventListener(type: "pageshow", listener: () => void): void
}

/** Only in an effect or a handler: on a server there is no page. */
export function page(): Page {
  return globalThis as unknown as Page
}
