/**
 * Makes an element. Text is set as text, never as HTML: names come from people.
 * Children that are false or null are left out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue
    if (name === "onclick") element.addEventListener("click", value)
    else if (name === "style") Object.assign(element.style, value)
    else element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.flat().filter((child) => child !== false && child !== null))
  return element
}

/** Calls the control API. */
export async function control(operation, ...args) {
  const response = await fetch(`/control/${operation}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(args),
  })
  const { result, error } = await response.json()
  if (error) alert(error)
  return result
}

/** A role's colour; roles without one are grey, as in Discord. */
export function colorOf(role) {
  return role.color ? `#${role.color.toString(16).padStart(6, "0")}` : "#99aab5"
}

/** A fixed avatar colour per id. */
export function avatarColor(id) {
  const palette = ["#5865f2", "#3ba55c", "#faa61a", "#eb459e", "#00a8fc", "#9b84ec"]
  return palette[Number(BigInt(id) >> 22n) % palette.length]
}

export function timeOf(at) {
  return new Date(at).toLocaleTimeString("en-GB")
}
