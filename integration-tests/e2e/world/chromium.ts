import { existsSync } from "node:fs"

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

export const NO_CHROMIUM =
  "There is no Chromium on this machine. Install it (Debian: apt-get install -y chromium), or name one in CHROMIUM_PATH."

/** The browser of the system, null where there is none: nothing is downloaded. */
export function chromiumPath(): string | null {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : PLACES
  return places.find((place) => existsSync(place)) ?? null
}
