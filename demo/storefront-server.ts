import { createServer, get, type ServerResponse } from "node:http"
import type { Cleanup } from "./process/cleanup"
import type { Addresses } from "./process/environment"
import type { Shop } from "./shop/seed"
import type { BuiltFile } from "./storefront-build"
import { PAGES, type StorefrontConfig } from "./storefront-config"

const CONFIG_PLACE = "<!-- config -->"
const INDEX = "/index.html"

export interface StorefrontOptions {
  port: number
  addresses: Addresses
  shop: Shop
  files: Map<string, BuiltFile>
  cleanup: Cleanup
}

/**
 * Serves the built storefront on loopback, and beside it what happens in Discord, live.
 *
 * @returns takes in another build
 */
export async function startStorefront(
  options: StorefrontOptions,
): Promise<(files: Map<string, BuiltFile>) => void> {
  const { port, addresses, shop, cleanup } = options
  const config: StorefrontConfig = {
    medusaUrl: addresses.medusa,
    discordUrl: addresses.discord,
    publishableKey: shop.publishableKey,
    productId: shop.productId,
    workshopId: shop.workshopId,
    regionId: shop.regionId,
  }
  let files = withConfig(options.files, config)
  const security = {
    "Content-Security-Policy": `default-src 'self'; connect-src 'self' ${addresses.medusa}; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'`,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  }
  const pages: readonly string[] = Object.values(PAGES)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", addresses.storefront)
    if (pathname === "/discord/stream")
      return passOn(`${addresses.discord}/control/stream`, response)
    const file = files.get(pages.includes(pathname) ? INDEX : pathname)
    if (file) {
      response.writeHead(200, { ...security, "Content-Type": file.type }).end(file.content)
    } else {
      response.writeHead(404, { ...security, "Content-Type": "text/plain" }).end("Not found")
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  cleanup.add("the storefront", async () => {
    server.close()
    server.closeAllConnections()
  })
  return (built) => {
    files = withConfig(built, config)
  }
}

/** The sandbox's own stream of what happens in it: another address, which the page may not ask. */
function passOn(url: string, response: ServerResponse): void {
  const source = get(url, (stream) => {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
    stream.pipe(response)
  })
  source.on("error", () => response.destroy())
  response.on("close", () => source.destroy())
}

function withConfig(
  files: Map<string, BuiltFile>,
  config: StorefrontConfig,
): Map<string, BuiltFile> {
  const page = files.get(INDEX)
  const html = page?.content.toString() ?? ""
  if (!page || !html.includes(CONFIG_PLACE)) throw new Error("The storefront's page was not built")
  // A "<" in a value must not end the script element.
  const json = JSON.stringify(config).replaceAll("<", "\\u003c")
  const content = Buffer.from(
    html.replace(
      CONFIG_PLACE,
      () => `<script type="application/json" id="config">${json}</script>`,
    ),
  )
  return new Map([...files, [INDEX, { ...page, content }]])
}
