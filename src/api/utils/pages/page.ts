import { render, type Message } from "../../../messages"
import type { MedusaResponse } from "@medusajs/framework/http"
import { createHash } from "node:crypto"
import type { DiscordConsentMessage } from "../../../types/http"

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0;padding:16px;background:#f8f9fa;color:#18181b}
main{max-width:28rem;padding:2rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0002}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0}p+p{margin-top:1rem}a{color:inherit}
@media(prefers-color-scheme:dark){body{background:#18181b;color:#f4f4f5}main{background:#27272a}}`

interface Page {
  title: Message
  text: Message
  /** Where to go from here: the store's page. */
  link?: { href: string; text: Message }
  /** What to tell the window that opened this one, which then closes. */
  message?: DiscordConsentMessage
}

/** A small page of our own, for when there is no page of the store to go back to. */
export function sendPage(res: MedusaResponse, status: number, page: Page): void {
  const { title, text, link, message } = page
  const script = message ? scriptOf(message) : null
  res
    .status(status)
    .set("Content-Type", "text/html; charset=utf-8")
    .set("Content-Security-Policy", contentPolicy(script))
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escapeHtml(render(title))}</title><style>${STYLE}</style></head>` +
        `<body><main><h1>${escapeHtml(render(title))}</h1><p>${escapeHtml(render(text))}</p>` +
        `${link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(render(link.text))}</a></p>` : ""}</main>` +
        `${script === null ? "" : `<script>${script}</script>`}</body></html>`,
    )
}

/** Nothing but the style and the script that stand in the page, by their hashes; and in no frame. */
export function contentPolicy(script: string | null = null): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`
}

/**
 * Tells the dashboard twice, since Discord's pages may cut a window off from its opener. To any origin: the dashboard may be
 * served from another one than this, and the message holds nothing but how it ended.
 */
function scriptOf(message: DiscordConsentMessage): string {
  // As JSON it could end the script element.
  const json = JSON.stringify(message).replaceAll("<", "\\u003c")
  return `
const message = ${json}
if (window.opener) window.opener.postMessage(message, "*")
if (window.BroadcastChannel) new BroadcastChannel(message.source).postMessage(message)
if (message.ending.endsWith("connected")) setTimeout(() => window.close(), 300)
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
