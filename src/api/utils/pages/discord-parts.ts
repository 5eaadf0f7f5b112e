import { html, type Html } from "./html"

/** A role's name behind its colour. A picture's fill is no style, so no policy has to allow it. @param color 0 = none of its own */
export function roleName(name: string, color: number): Html {
  const fill = color === 0 ? "#99aab5" : `#${color.toString(16).padStart(6, "0")}`
  return html`<svg width="12" height="12" aria-hidden="true">
      <circle cx="6" cy="6" r="6" fill="${fill}" /></svg
    ><bdi>${name}</bdi>`
}

/** A server's name behind its icon. */
export function serverName(name: string, icon: string | null): Html {
  return html`${icon === null ? null : html`<img src="${icon}" alt="" width="24" height="24" />`}<bdi
      >${name}</bdi
    >`
}
