import { control, el } from "./dom.js"
import { drawEvent, drawRequest } from "./feeds.js"
import { closeMenu, drawGuild } from "./guild.js"

const outage = document.getElementById("outage")
const status = document.getElementById("status")
let last = null

/** Only what changed is drawn again, so that buttons do not vanish under the pointer. */
const drawn = new Map()
function drawInto(id, data, children) {
  const key = JSON.stringify(data)
  if (drawn.get(id) === key) return
  drawn.set(id, key)
  document.getElementById(id).replaceChildren(...children())
}

function draw(force = false) {
  if (!last) return
  if (force) drawn.delete("guilds")
  outage.checked = last.outage
  document.body.classList.toggle("down", last.outage)
  status.textContent = statusLine(last)
  drawInto("guilds", last.guilds, () =>
    last.guilds.length
      ? last.guilds.map((guild) => drawGuild(guild, () => draw(true)))
      : [
          el(
            "p",
            { class: "empty" },
            "No guild yet. Start with --seed, or create one through the control API.",
          ),
        ],
  )
  drawInto("events", last.events, () => orNothing(last.events.map(drawEvent)))
  drawInto("requests", last.requests, () => orNothing(last.requests.map(drawRequest)))
}

function orNothing(items) {
  return items.length ? items : [el("li", { class: "muted" }, "Nothing yet")]
}

function statusLine({ outage: down, faults, invalid_requests }) {
  const parts = [down ? "Down: every request fails" : "Up"]
  if (faults) parts.push(`${faults} fault${faults === 1 ? "" : "s"} set`)
  if (invalid_requests)
    parts.push(`${invalid_requests} invalid request${invalid_requests === 1 ? "" : "s"}`)
  return parts.join(" · ")
}

outage.addEventListener("change", () => void control("outage", outage.checked))
document.addEventListener("click", () => closeMenu() && draw(true))

const stream = new EventSource("/control/stream")
stream.addEventListener("message", (event) => {
  last = JSON.parse(event.data)
  draw()
})
stream.addEventListener("error", () => (status.textContent = "The sandbox does not answer"))
