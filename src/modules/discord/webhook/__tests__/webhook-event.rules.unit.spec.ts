import { meaningOf } from "../webhook-event.rules"

const SENT = Date.parse("2026-10-18T14:43:00Z")
const USER = "190000000000000001"
const TYPE = "APPLICATION_DEAUTHORIZED"
const event = (
  timestamp: unknown = "2026-10-18T14:42:53.064834",
  data: unknown = { user: { id: USER } },
) => ({
  version: 1,
  application_id: "1",
  type: 1,
  event: { type: TYPE, timestamp, data },
})

describe("what a webhook event means", () => {
  it("is a PING", () => {
    expect(meaningOf({ version: 1, application_id: "1", type: 0 }, SENT)).toEqual({ kind: "ping" })
  })

  it("is a user who removed the application, at a time that is UTC though it does not say so", () => {
    expect(meaningOf(event(), SENT)).toEqual({
      kind: "deauthorized",
      discord_user_id: USER,
      occurred_at: "2026-10-18T14:42:53.064Z",
      event_key: `${TYPE}:${USER}:2026-10-18T14:42:53.064834`,
    })
  })

  it.each([
    ["with an offset", "2026-10-18T16:42:53+02:00", "2026-10-18T14:42:53.000Z"],
    ["of the sending, when it names none", undefined, "2026-10-18T14:43:00.000Z"],
    ["of the sending, when it is no time", "yesterday", "2026-10-18T14:43:00.000Z"],
    [
      "of the sending, when it is far away",
      "2024-10-18T14:42:53.064834",
      "2026-10-18T14:43:00.000Z",
    ],
  ])("has a time %s", (_case, timestamp, occurred_at) => {
    const sent = { type: 1, event: { type: TYPE, timestamp, data: { user: { id: USER } } } }
    expect(meaningOf(sent, SENT)).toMatchObject({ kind: "deauthorized", occurred_at })
  })

  it.each([
    [
      "another event",
      { type: 1, event: { type: "ENTITLEMENT_CREATE", data: {} } },
      "ENTITLEMENT_CREATE",
    ],
    ["another kind of request", { type: 2 }, "of an unknown form"],
    ["no object", null, "of an unknown form"],
    ["a list", [], "of an unknown form"],
    ["nobody", event(undefined, {}), TYPE],
    ["an id that is none", event(undefined, { user: { id: "1 or 1=1" } }), TYPE],
    ["a number in place of an id", event(undefined, { user: { id: 1.9e17 } }), TYPE],
    ["a time that is no text", event(5), "of an unknown form"],
  ])("is nothing to the plugin: %s", (_case, body, type) => {
    expect(meaningOf(body, SENT)).toEqual({ kind: "ignored", type })
  })
})
