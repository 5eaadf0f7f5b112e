import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createHash } from "node:crypto"
import { render, say, type Message } from "../../../messages"
import type { DiscordConsentMessage } from "../../../types/http"
import { languageOf } from "../language"
import type { Brand } from "./brand"
import { html, Html } from "./html"
import { STYLE } from "./style"

/** Puts a message into the language of the page. */
export type Words = (message: Message) => string

export interface Page {
  title: Message
  /** One sentence; what else there is stands below it. */
  text: Message
  body?: (words: Words) => Html
  /** Left out where the request could not be made sense of. */
  brand?: Brand
  /** What to tell the window that opened this one, which then closes. */
  message?: DiscordConsentMessage
  /** Addresses of what the body shows. */
  images?: readonly string[]
  /** Origins that the body's forms lead to, also by a redirect. */
  forms?: readonly string[]
  /** To look again by itself. */
  refresh?: { seconds: number; url: string } | null
}

interface Policy {
  script?: string | null
  images?: readonly string[]
  forms?: readonly string[]
}

/** A page of the plugin's own, in the language that the browser asks for. */
export function sendPage(
  req: Pick<MedusaRequest, "acceptsLanguages">,
  res: MedusaResponse,
  status: number,
  page: Page,
): void {
  const { language, texts } = languageOf(req)
  const words: Words = (message) => render(message, texts)
  const { title, text, body, brand, message, refresh, forms = [] } = page
  const script = message ? scriptOf(message) : null
  const images = [...(page.images ?? []), ...(brand?.logo_url ? [brand.logo_url] : [])]
  const name = brand?.name ?? null
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${refresh ? html`<meta http-equiv="refresh" content="${refresh.seconds}; url=${refresh.url}" />` : null}
        <title>${words(title)}${name === null ? "" : ` · ${name}`}</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        ${brand ? headerOf(brand) : null}
        <main>
          <h1>${words(title)}</h1>
          <p>${words(text)}</p>
          ${body ? body(words) : null}
        </main>
        ${brand ? footerOf(brand, words) : null}
        ${script === null ? null : new Html(`<script>${script}</script>`)}
      </body>
    </html>`
  res
    .status(status)
    .vary("Accept-Language")
    .set({
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": contentPolicy({ script, images, forms }),
    })
    .send(document.text)
}

function headerOf({ name, logo_url }: Brand): Html | null {
  return name === null && logo_url === null
    ? null
    : html`<header>
        ${logo_url === null ? null : html`<img src="${logo_url}" alt="" />`}<span>${name}</span>
      </header>`
}

function footerOf({ store_url, support_url }: Brand, words: Words): Html | null {
  const store = store_url && html`<a href="${store_url}">${words(say("request.back_to_store"))}</a>`
  const support =
    support_url && html`<a href="${support_url}">${words(say("request.page_ask_store"))}</a>`
  return store || support ? html`<footer>${store || null}${support || null}</footer>` : null
}

/** Nothing but what stands in the page: its style and script by their hashes, and where its images and forms lead; in no frame. */
export function contentPolicy({ script = null, images = [], forms = [] }: Policy = {}): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    ...(images.length === 0 ? [] : [`img-src ${originsOf(images)}`]),
    "base-uri 'none'",
    `form-action ${forms.length === 0 ? "'none'" : `'self' ${originsOf(forms)}`}`,
    "frame-ancestors 'none'",
  ].join("; ")
}

function originsOf(urls: readonly string[]): string {
  return [...new Set(urls.map((url) => new URL(url).origin))].join(" ")
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
