import { colorOf, el, timeOf } from "./dom.js"

const WORDS = {
  join: "joined",
  leave: "left",
  kick: "was kicked",
  role_add: "received",
  role_remove: "lost",
}

/** One line of the member events: "Mia received Gold". */
export function drawEvent(event) {
  const byOther = event.by !== event.user
  return el(
    "li",
    { class: event.type },
    el("time", {}, timeOf(event.at)),
    el(
      "span",
      { class: "words" },
      el("b", {}, event.user),
      ` ${WORDS[event.type]} `,
      event.role &&
        el(
          "span",
          { class: "tag" },
          el("span", { class: "dot", style: { background: colorOf(event.role) } }),
          event.role.name,
        ),
      byOther && el("span", { class: "muted" }, ` by ${event.by}`),
    ),
  )
}

/** One line of the request log. Status 0 = the connection was closed. */
export function drawRequest(entry) {
  const good = entry.status >= 200 && entry.status < 300
  const kind = good ? "good" : entry.status === 429 ? "slow" : "bad"
  return el(
    "li",
    { title: `${entry.path}\n${entry.auth}, ${entry.duration_ms} ms` },
    el("time", {}, timeOf(entry.at)),
    el("span", { class: `code ${kind}` }, entry.status === 0 ? "cut" : String(entry.status)),
    el(
      "span",
      { class: "words" },
      el("b", {}, entry.method),
      ` ${entry.route}`,
      entry.code ? el("span", { class: "muted" }, ` ${entry.code}`) : null,
      entry.fault && el("span", { class: "badge grey" }, "FAULT"),
      entry.reason && el("span", { class: "reason" }, entry.reason),
    ),
  )
}
