import type { AdminMappedDiscordRole } from "../../../../types/http/role-mapping"
import { copyRoles, copySources, pairsByTitle, pairsFromOne } from "../copy-roles"
import { hasRolesElsewhere } from "../other-servers"
import { selectionPayload } from "../role-payload"
import { startSelection, type SavedVariants } from "../role-selection"

const mapped = (role_id: string, over: Partial<AdminMappedDiscordRole> = {}) => ({
  role_id,
  access_days: null,
  offered_from: null,
  name: `Role ${role_id}`,
  color: 0,
  server_id: "a",
  server_name: "Server a",
  assignable: true,
  message: null,
  message_detail: null,
  ...over,
})
const variant = (id: string, title: string) => ({ id, title, details: null })

const SERVERS = [
  { id: "a", status: "connected" as const },
  { id: "gone", status: "disconnected" as const },
]
const SOURCES = copySources(
  [variant("s1", "Gold"), variant("s2", "Silver"), variant("s3", "gold"), variant("s4", "Bare")],
  [
    { variant_id: "s1", roles: [mapped("1", { access_days: 30 })], kept: [] },
    { variant_id: "s2", roles: [mapped("2")], kept: [] },
    { variant_id: "s3", roles: [mapped("3")], kept: [] },
    { variant_id: "s4", roles: [], kept: [] },
  ],
)
const OWN = [variant("g", " GOLD "), variant("p", "Platinum")]
const saved: SavedVariants = [
  { variant_id: "g", roles: [mapped("9")], kept: [] },
  { variant_id: "p", roles: [mapped("9")], kept: [] },
]
const start = () => startSelection(saved, [])

describe("copying from another product", () => {
  it("offers the variants that give something", () => {
    expect(SOURCES.map(({ id }) => id)).toEqual(["s1", "s2", "s3"])
  })

  it("pairs variants of one title, whatever its case, the first where there are several", () => {
    const pairs = pairsByTitle(OWN, SOURCES)
    expect([...pairs].map(([id, source]) => [id, source.id])).toEqual([["g", "s1"]])
    const { selection } = copyRoles(start(), pairs, SERVERS)
    expect(selectionPayload(selection, saved)).toEqual({
      variants: [{ variant_id: "g", roles: [{ role_id: "1", access_days: 30 }] }],
    })
  })

  it("gives all variants the roles of one", () => {
    const [, silver = SOURCES[0]] = SOURCES
    const pairs = silver ? pairsFromOne(OWN, silver) : new Map<string, never>()
    const { selection, left_out } = copyRoles(start(), pairs, SERVERS)
    expect(left_out).toEqual([])
    expect(selectionPayload(selection, saved).variants).toEqual(
      ["g", "p"].map((variant_id) => ({
        variant_id,
        roles: [{ role_id: "2", access_days: null }],
      })),
    )
  })

  it("leaves out and names what cannot be given, but keeps what the variant gives already", () => {
    const source = {
      id: "s",
      title: "Gold",
      roles: [
        mapped("9", { assignable: false }),
        mapped("8", { assignable: false }),
        mapped("7", { server_id: "gone" }),
        mapped("6"),
      ],
    }
    const { selection, left_out } = copyRoles(start(), pairsFromOne(OWN, source), SERVERS)
    expect(left_out).toEqual(["Role 8", "Role 7"])
    expect(selection.variants.p?.map(({ role_id }) => role_id)).toEqual(["9", "6"])
  })
})

describe("roles of another server than the one on show", () => {
  it.each([
    ["are none where nothing is chosen", [], false],
    ["are none where all are of this server", [mapped("1")], false],
    ["are those of the other", [mapped("1"), mapped("2", { server_id: "b" })], true],
  ])("%s", (_case, roles, expected) => {
    const selection = startSelection([{ variant_id: "g", roles, kept: [] }], [])
    expect(hasRolesElsewhere({ ...selection, server_id: "a" })).toBe(expected)
  })
})
