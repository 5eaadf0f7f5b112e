import { avatarColor, colorOf, control, el } from "./dom.js"

/** The member whose role menu is open, so that it survives the next drawing. */
let openMenu = null
/** Roles each member had at the last drawing: what is new lights up. */
const lastRoles = new Map()

export function drawGuild(guild, redraw) {
  return el(
    "section",
    { class: "panel guild" },
    el(
      "header",
      {},
      el("span", { class: "icon" }, initials(guild.name)),
      el("h2", {}, guild.name),
      el("span", { class: "muted" }, `${guild.member_count} members`),
    ),
    el("div", { class: "columns" }, drawRoles(guild), drawMembers(guild, redraw)),
  )
}

function drawRoles(guild) {
  const botIndex = guild.roles.findIndex((role) => role.bot)
  return el(
    "div",
    { class: "roles" },
    el("h3", {}, "Roles, highest first"),
    el(
      "ol",
      {},
      guild.roles.map((role, index) => drawRole(guild, role, index, botIndex)),
      el("li", { class: "everyone" }, el("span", { class: "dot" }), "@everyone"),
    ),
  )
}

function drawRole(guild, role, index, botIndex) {
  const outOfReach = botIndex !== -1 && index < botIndex && role.assignable
  const rank = guild.roles.length - index
  const move = (place) => control("updateRole", guild.id, role.id, { position: place })
  return el(
    "li",
    { class: role.bot ? "bot" : outOfReach ? "locked" : "", title: role.id },
    el("span", { class: "dot", style: { background: colorOf(role) } }),
    el("span", { class: "name" }, role.name),
    role.bot && el("span", { class: "badge" }, "BOT"),
    outOfReach &&
      el("span", { class: "lock", title: "The bot ranks below this role" }, "out of reach"),
    el("span", { class: "count" }, String(role.members)),
    arrow("▲", `Move ${role.name} up`, index === 0, () => move(rank + 1)),
    arrow("▼", `Move ${role.name} down`, index === guild.roles.length - 1, () => move(rank - 1)),
  )
}

function arrow(text, label, disabled, onclick) {
  return el(
    "button",
    { class: "arrow", "aria-label": label, title: label, disabled, onclick },
    text,
  )
}

function drawMembers(guild, redraw) {
  const more = guild.member_count - guild.members.length
  return el(
    "div",
    { class: "members" },
    el("h3", {}, "Members"),
    el(
      "ul",
      {},
      guild.members.map((member) => drawMember(guild, member, redraw)),
    ),
    more > 0 && el("p", { class: "muted" }, `and ${more} more`),
  )
}

function drawMember(guild, member, redraw) {
  const key = `${guild.id}/${member.id}`
  const before = lastRoles.get(key)
  lastRoles.set(key, new Set(member.roles))
  const roles = member.roles.flatMap((id) => guild.roles.find((role) => role.id === id) ?? [])
  const top = roles.find((role) => role.color)
  const set = (ids) => control("setMemberRoles", guild.id, member.id, ids)
  return el(
    "li",
    { class: before ? "" : "fresh", title: member.id },
    el(
      "span",
      { class: "avatar", style: { background: avatarColor(member.id) } },
      initials(member.name),
    ),
    el(
      "div",
      { class: "who" },
      el(
        "div",
        {},
        el("span", { class: "name", style: top ? { color: colorOf(top) } : {} }, member.name),
        member.bot && el("span", { class: "badge" }, "BOT"),
        member.owner && el("span", { class: "badge grey" }, "OWNER"),
        member.pending && el("span", { class: "badge grey" }, "PENDING"),
        el("span", { class: "muted username" }, member.username),
      ),
      el(
        "div",
        { class: "tags" },
        roles.map((role) => drawTag(member, role, before && !before.has(role.id), set)),
        addButton(guild, member, key, redraw, set),
      ),
    ),
    !member.owner && memberActions(guild, member),
  )
}

function drawTag(member, role, fresh, set) {
  const take = () => set(member.roles.filter((id) => id !== role.id))
  return el(
    "span",
    { class: `tag${fresh ? " fresh" : ""}` },
    el("span", { class: "dot", style: { background: colorOf(role) } }),
    role.name,
    role.assignable &&
      el(
        "button",
        {
          class: "take",
          "aria-label": `Take ${role.name}`,
          title: `Take ${role.name}`,
          onclick: take,
        },
        "×",
      ),
  )
}

/** The plus sign a moderator uses, with the roles the member does not have. */
function addButton(guild, member, key, redraw, set) {
  const free = guild.roles.filter((role) => role.assignable && !member.roles.includes(role.id))
  if (free.length === 0) return null
  const toggle = (event) => {
    event.stopPropagation()
    openMenu = openMenu === key ? null : key
    redraw()
  }
  const give = (role) => () => {
    openMenu = null
    void set([...member.roles, role.id])
    redraw()
  }
  const menu = free.map((role) =>
    el(
      "button",
      { onclick: give(role) },
      el("span", { class: "dot", style: { background: colorOf(role) } }),
      role.name,
    ),
  )
  return el(
    "span",
    { class: "add" },
    el(
      "button",
      {
        class: "plus",
        "aria-label": `Give ${member.name} a role`,
        title: "Give a role",
        onclick: toggle,
      },
      "+",
    ),
    openMenu === key && el("span", { class: "menu" }, menu),
  )
}

function memberActions(guild, member) {
  const act = (operation) => () => control(operation, guild.id, member.id)
  return el(
    "span",
    { class: "actions" },
    !member.bot && el("button", { onclick: act("removeMember") }, "Leave"),
    el("button", { onclick: act("kickMember") }, "Kick"),
  )
}

export function closeMenu() {
  const wasOpen = openMenu !== null
  openMenu = null
  return wasOpen
}

function initials(name) {
  const words = name.trim().split(/\s+/)
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase()
}
