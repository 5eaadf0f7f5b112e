import { CallsSeen, routeOf, type SeenCall } from "../calls-seen"

const call: SeenCall = { method: "GET", route: "/users/@me", status: 200, is_bots: true }

describe("calls that have ended", () => {
  it.each([
    [200, true],
    [204, true],
    [403, true],
    [404, true],
    [401, false],
  ])("with %d say of the bot token: accepted %s", (status, accepted) => {
    const calls = new CallsSeen()
    calls.note({ ...call, status })
    expect(calls.token).toMatchObject({ accepted })
  })

  it.each([null, 429, 500, 503])("with %p say nothing of it", (status) => {
    const calls = new CallsSeen()
    calls.note({ ...call, status: 401 })
    calls.note({ ...call, status })
    calls.note({ ...call, is_bots: false })
    expect(calls.token).toMatchObject({ accepted: false })
  })

  it("are heard until one listens no more", () => {
    const calls = new CallsSeen()
    const heard: SeenCall[] = []
    const end = calls.listen((each) => heard.push(each))
    calls.note(call)
    end()
    calls.note(call)
    expect(heard).toEqual([call])
  })
})

it.each([
  ["/guilds/190000000000000001", "/guilds/:id"],
  [
    "/guilds/190000000000000001/members/190000000000000002/roles/190000000000000003",
    "/guilds/:id/members/:id/roles/:id",
  ],
  ["/users/@me", "/users/@me"],
  ["/oauth2/token", "/oauth2/token"],
  ["/invites/aBcDeF", "/invites/:id"],
])("names the route of %s", (path, route) => {
  expect(routeOf(path)).toBe(route)
})
