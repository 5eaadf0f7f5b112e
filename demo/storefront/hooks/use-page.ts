import { useEffect, useState } from "react"
import { PAGES } from "../../storefront-config"

type Page = keyof typeof PAGES

/** Goes to another page of the shop without loading it anew. */
export function go(page: Page, query: Record<string, string> = {}): void {
  const search = new URLSearchParams(query).toString()
  history.pushState(null, "", `${PAGES[page]}${search === "" ? "" : `?${search}`}`)
  window.dispatchEvent(new PopStateEvent("popstate"))
  window.scrollTo(0, 0)
}

/** Where the browser is. */
export function usePage(): { page: Page; query: URLSearchParams } {
  const [address, setAddress] = useState(() => new URL(location.href))
  useEffect(() => {
    const update = () => setAddress(new URL(location.href))
    window.addEventListener("popstate", update)
    return () => window.removeEventListener("popstate", update)
  }, [])
  const found = (Object.keys(PAGES) as Page[]).find((page) => PAGES[page] === address.pathname)
  return { page: found ?? "shop", query: address.searchParams }
}
