import { html, type Html } from "./html"
import { shell } from "./shell"

/** A page that only says something. */
export function messagePage(title: string, text: string): Html {
  return shell(
    title,
    html`<main class="card message">
      <h1>${title}</h1>
      <p>${text}</p>
    </main>`,
  )
}
