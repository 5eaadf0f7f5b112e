import type { StorefrontConfig } from "../storefront-config"

function readConfig(): StorefrontConfig {
  const text = document.getElementById("config")?.textContent
  if (!text) throw new Error("The page has no config: open it through `npm run demo`")
  return JSON.parse(text) as StorefrontConfig
}

export const config = readConfig()
