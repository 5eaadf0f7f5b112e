import { useSyncExternalStore } from "react"
import { PAGES } from "../../storefront-config"

type Page = keyof typeof PAGES

/** Goes to another page of the shop without loading it anew. */
export function go(page: Page, query: Record<string, string> = {}): void {
  const search = new URLSearchParams(query).toString()
  history.pushState(null, "", `${PAGES[page]}${search === "" ? "" : `?${search}`}`)
  show()
}

/** Goes on to another page, so that *Back* does not lead to this one. @param path of the shop, with its query */
export function replaceBy(path: string): void {
  history.replaceState(null, "", path)
  show()
}

function show(): void {
  window.dispatchEvent(new PopStateEvent("popstate"))
  window.scrollTo(0, 0)
}

function listen(onChange: () => void): () => void {
  window.addEventListener("popstate", onChange)
  return () => window.removeEventListener("popstate", onChange)
}

/** Where the browser is. */
export function usePage(): { page: Page; query: URLSearchParams } {
  const address = new URL(useSyncExternalStore(listen, () => location.href))
  const found = (Object.keys(PAGES) as Page[]).find((page) => PAGES[page] === address.pathname)
  return { page: found ?? "shop", query: address.searchParams }
}
