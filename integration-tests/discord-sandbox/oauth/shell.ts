import { html, type Html } from "./html"

/** The frame of the consent pages: one style sheet of our own, nothing from outside. */
export function shell(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | Discord sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/consent.css" />
      </head>
      <body>
        ${body}
        <p class="note">Discord sandbox: a stand-in for tests and demos, not Discord.</p>
      </body>
    </html>`
}
