import { setupProgress, type SetupFacts, type SetupServer } from "../setup-progress.rules"

const server = (over: Partial<SetupServer> = {}): SetupServer => ({
  id: "dserv_1",
  name: "Example Community",
  is_readable: true,
  gives_role: true,
  lacks_manage_roles: false,
  has_role_above: false,
  ...over,
})

const facts = (over: Partial<SetupFacts> = {}): SetupFacts => ({
  server: server(),
  variant_gives_role: false,
  member_served: false,
  ...over,
})

describe("how far the set-up is", () => {
  it.each<[string, SetupFacts, boolean[]]>([
    ["nothing is done", facts({ server: null }), [false, false, false, false]],
    [
      "a server is connected",
      facts({ server: server({ gives_role: false }) }),
      [true, false, false, false],
    ],
    ["the bot's role was moved up", facts(), [true, true, false, false]],
    ["a variant gives a role", facts({ variant_gives_role: true }), [true, true, true, false]],
    [
      "a member is served",
      facts({ variant_gives_role: true, member_served: true }),
      [true, true, true, true],
    ],
    [
      "a member was served, and the bot was removed from the server",
      facts({ server: null, variant_gives_role: true, member_served: true }),
      [false, false, true, true],
    ],
  ])("when %s", (_case, given, done) => {
    const progress = setupProgress(given)
    expect([
      progress.server_connected,
      progress.role_in_reach,
      progress.variant_gives_role,
      progress.member_served,
    ]).toEqual(done)
  })

  it.each<[string, SetupServer | null, string | null]>([
    ["no server is connected", null, null],
    ["the bot can give one", server(), null],
    [
      "the server could not be read, whatever was known of it",
      server({ is_readable: false }),
      "unreadable",
    ],
    [
      "the bot may manage no roles, however high it stands",
      server({ gives_role: false, lacks_manage_roles: true, has_role_above: true }),
      "manage_roles_missing",
    ],
    ["its role is too low", server({ gives_role: false, has_role_above: true }), "above_bot"],
    ["there is no role to sell", server({ gives_role: false }), "no_roles"],
    ["others sit too high, and one can be given", server({ has_role_above: true }), null],
  ])("what keeps roles out of reach when %s", (_case, given, obstacle) => {
    expect(setupProgress(facts({ server: given })).role_obstacle).toBe(obstacle)
  })

  it("names the server to go on with", () => {
    expect(setupProgress(facts()).server).toEqual({ id: "dserv_1", name: "Example Community" })
    expect(setupProgress(facts({ server: null })).server).toBeNull()
  })
})
