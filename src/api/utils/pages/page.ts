import type { MedusaResponse } from "@medusajs/framework/http"
import type { DiscordConsentMessage } from "../../types/http"

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0;padding:16px;background:#f8f9fa;color:#18181b}
main{max-width:28rem;padding:2rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0002}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0}
@media(prefers-color-scheme:dark){body{background:#18181b;color:#f4f4f5}main{background:#27272a}}`

interface Page {
  title: string
  text: string
  /** What to tell the window that opened this one, which then closes. */
  message?: DiscordConsentMessage
}

/** A small page of our own, for when there is no page of the store to go back to. */
export function sendPage(res: MedusaResponse, status: number, page: Page): void {
  const { title, text, message } = page
  res
    .status(status)
    .set("Content-Type", "text/html; charset=utf-8")
    .set("Cache-Control", "no-store")
    .set("Referrer-Policy", "no-referrer")
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>` +
        `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>` +
        `${message ? script(message) : ""}</body></html>`,
    )
}

/**
 * Tells the dashboard twice, since Discord's pages may cut a window off from its opener. To any origin: the dashboard may be
 * served from another one than this, and the message holds nothing but how it ended.
 */
function script(message: DiscordConsentMessage): string {
  // As JSON it could end the script element.
  const json = JSON.stringify(message).replaceAll("<", "\\u003c")
  return `<script>
const message = ${json}
if (window.opener) window.opener.postMessage(message, "*")
if (window.BroadcastChannel) new BroadcastChannel(message.source).postMessage(message)
if (message.ending.endsWith("connected")) setTimeout(() => window.close(), 300)
</script>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
