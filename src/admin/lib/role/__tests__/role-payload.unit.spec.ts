import type {
  AdminKeptDiscordRole,
  AdminMappedDiscordRole,
} from "../../../../types/http/role-mapping"
import { canBeForNewBuyers, isDirty, restorePayload, selectionPayload } from "../role-payload"
import {
  chosenRoles,
  copyToAll,
  giveToEveryone,
  keptRoles,
  removeRole,
  type SavedVariants,
  setDays,
  startSelection,
  takeKept,
} from "../role-selection"

const THEN = "2026-11-27T10:00:00.000Z"
const LATER = "2026-12-01T10:00:00.000Z"

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
const kept = (role_id: string, access_days: number | null = null): AdminKeptDiscordRole => ({
  ...mapped(role_id, { access_days }),
  offered_until: THEN,
})

/** Monthly gives role 1 to all, and role 2 since then; earlier buyers have role 2 for thirty days, and role 3. */
const saved: SavedVariants = [
  {
    variant_id: "monthly",
    roles: [mapped("1"), mapped("2", { offered_from: THEN })],
    kept: [kept("2", 30), kept("3")],
  },
  { variant_id: "yearly", roles: [mapped("2", { offered_from: LATER })], kept: [] },
]
const start = () => startSelection(saved, [])
const asSaved = ({ role_id, access_days, offered_until }: AdminKeptDiscordRole) => ({
  role_id,
  access_days,
  offered_from: null,
  offered_until,
})

describe("roles that not everyone has who bought the variant", () => {
  it("stay as they are while something else is changed", () => {
    const selection = setDays(start(), "monthly", "1", "7")
    expect(selectionPayload(selection, saved)).toEqual({
      variants: [
        {
          variant_id: "monthly",
          roles: [
            { role_id: "1", access_days: 7 },
            { role_id: "2", access_days: null },
          ],
        },
      ],
    })
    expect(canBeForNewBuyers(selection, saved)).toBe(true)
  })

  it("are given to earlier buyers as well: nobody keeps them apart then", () => {
    const selection = giveToEveryone(start(), "monthly", "2")
    expect(keptRoles(selection, "monthly").map(({ role_id }) => role_id)).toEqual(["3"])
    expect(selectionPayload(selection, saved)).toEqual({
      variants: [
        {
          variant_id: "monthly",
          roles: [
            { role_id: "1", access_days: null },
            { role_id: "2", access_days: null, offered_from: null },
          ],
          kept: [asSaved(kept("3"))],
        },
      ],
    })
    expect(canBeForNewBuyers(selection, saved)).toBe(false)
  })

  it("are taken from earlier buyers", () => {
    const [first = kept("2")] = keptRoles(start(), "monthly")
    const selection = takeKept(start(), "monthly", first)
    expect(isDirty(selection, saved)).toBe(true)
    expect(selectionPayload(selection, saved).variants[0]?.kept).toEqual([asSaved(kept("3"))])
    expect(canBeForNewBuyers(selection, saved)).toBe(false)
    // Nor together with what could be: that is saved by itself.
    expect(canBeForNewBuyers(setDays(selection, "monthly", "1", "7"), saved)).toBe(false)
  })

  it("are put back to the day", () => {
    const selection = removeRole(giveToEveryone(start(), "monthly", "2"), "monthly", "1")
    expect(restorePayload(selection, saved)).toEqual({
      variants: [
        {
          variant_id: "monthly",
          roles: [
            { role_id: "1", access_days: null, offered_from: null },
            { role_id: "2", access_days: null, offered_from: THEN },
          ],
          kept: [asSaved(kept("2", 30)), asSaved(kept("3"))],
        },
      ],
    })
  })

  it("are copied without their day: each variant has its own", () => {
    const selection = copyToAll(start(), "monthly", ["monthly", "yearly"])
    expect(chosenRoles(selection, "yearly").map(({ offered_from }) => offered_from)).toEqual([
      null,
      LATER,
    ])
    expect(selectionPayload(selection, saved).variants).toEqual([
      {
        variant_id: "yearly",
        roles: [
          { role_id: "1", access_days: null },
          { role_id: "2", access_days: null },
        ],
      },
    ])
  })
})
