import { createHash } from "node:crypto"
import { roleName } from "../discord-parts"
import { html, Html } from "../html"
import { contentPolicy } from "../page"
import { STYLE } from "../style"

describe("HTML of a template", () => {
  it.each([
    [`<script>alert(1)</script>`, "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`" onload="x`, "&quot; onload=&quot;x"],
    [`' onload='x`, "&#39; onload=&#39;x"],
    ["a & b &amp; c", "a &amp; b &amp;amp; c"],
    ["$& $1 花子 🦊", "$&amp; $1 花子 🦊"],
  ])("holds %s as text", (value, expected) => {
    expect(html`<p title="${value}">${value}</p>`.text).toBe(
      `<p title="${expected}">${expected}</p>`,
    )
  })

  it("holds HTML as it is, and nothing for what is not there", () => {
    const parts = [html`<b>${1}</b>`, new Html("<i></i>")]
    expect(html`${parts}${null}${false}${"<"}`.text).toBe("<b>1</b><i></i>&lt;")
  })
})

describe("the policy of a page", () => {
  const style = `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`

  it("allows the style alone where there is nothing else", () => {
    expect(contentPolicy()).toBe(
      `default-src 'none'; ${style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
  })

  it("allows the origins of its images and forms, each once, and no more of their addresses", () => {
    const policy = contentPolicy({
      images: ["https://cdn.example/a.png?x=; script-src *", "https://cdn.example/b.png"],
      forms: ["https://api.example/base", "https://discord.com"],
    })
    expect(policy).toContain("; img-src https://cdn.example; ")
    expect(policy).toContain("; form-action 'self' https://api.example https://discord.com; ")
    expect(policy).not.toContain("script-src")
  })
})

describe("what Discord's names come with", () => {
  it("is a role's colour, as a picture's fill", () => {
    expect(roleName("Gold", 0xf1c40f).text).toContain('fill="#f1c40f"')
    expect(roleName("Night", 0x0000ff).text).toContain('fill="#0000ff"')
    expect(roleName("Plain", 0).text).toContain('fill="#99aab5"')
  })
})
