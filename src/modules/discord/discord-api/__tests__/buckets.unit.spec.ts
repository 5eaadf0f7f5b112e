import { BucketWindow, bucketOf } from "../buckets"
import {
  GUILD,
  OTHER_GUILD,
  USER,
  ROLE,
  SECOND,
  START,
  LIMIT,
  WINDOW_MS,
  RESERVE,
  LAST_MOMENTS_MS,
  URGENT,
  BULK,
  headers,
  known,
  sendAll,
} from "./buckets-cases"

describe("which bucket a call counts in", () => {
  it.each([
    ["PUT", `/guilds/${GUILD}/members/${USER}`, "member_join", GUILD],
    ["PATCH", `/guilds/${GUILD}/members/${USER}`, "member_patch", GUILD],
    ["GET", `/guilds/${GUILD}/members/${USER}`, "member_read", GUILD],
    ["DELETE", `/guilds/${GUILD}/members/${USER}`, "member_kick", GUILD],
    ["delete", `/guilds/${GUILD}/members/${USER}`, "member_kick", GUILD],
    ["PUT", `/guilds/${GUILD}/members/${USER}/roles/${ROLE}`, "member_role", GUILD],
    ["DELETE", `/guilds/${GUILD}/members/${USER}/roles/${ROLE}`, "member_role", GUILD],
    ["POST", `/guilds/${GUILD}/members/${USER}`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/members`, "member_list", GUILD],
    ["GET", `/guilds/${GUILD}/members/search`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/roles`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/roles/member-counts`, "other", GUILD],
    ["GET", `/guilds/${GUILD}`, "other", GUILD],
    ["GET", "/users/@me", "other", ""],
    ["POST", "/oauth2/token", "other", ""],
  ])("%s %s", (method, path, kind, guild_id) => {
    expect(bucketOf(method, path)).toEqual({ kind, guild_id })
  })

  it("is another one in another server", () => {
    const path = (guild: string) => `/guilds/${guild}/members/${USER}`
    expect(bucketOf("PUT", path(GUILD))).not.toEqual(bucketOf("PUT", path(OTHER_GUILD)))
  })
})

describe("a bucket of which nothing is known", () => {
  it("lets a single bulk call find out", () => {
    const window = new BucketWindow()
    expect(sendAll(window, BULK, START)).toBe(1)
    expect(window.readyAt(BULK, START)).toBe(Infinity)
  })

  it("lets no customer wait for the answer to it", () => {
    const window = new BucketWindow()
    window.send()
    expect(window.readyAt(URGENT, START)).toBe(START)
  })

  it("lets another one find out when that answer is lost", () => {
    const window = new BucketWindow()
    window.send()
    window.settle(false, START)
    expect(window.readyAt(BULK, START + 1)).toBe(START + 1)
  })

  it("knows from the first answer on", () => {
    const window = new BucketWindow()
    window.send()
    window.learn(headers(9), START)
    window.settle(true, START)
    expect(sendAll(window, URGENT, START)).toBe(9)
  })

  it("counts what customers sent meanwhile", () => {
    const window = new BucketWindow()
    ;[1, 2, 3].forEach(() => window.send())
    window.learn(headers(9), START)
    window.settle(true, START)
    expect(sendAll(window, URGENT, START)).toBe(7)
  })
})

describe("a window", () => {
  it.each([9, 5, 1])("with %i left takes as many calls of customers, and then none", (left) => {
    const window = known(left)
    expect(sendAll(window, URGENT, START)).toBe(left)
    expect(window.readyAt(URGENT, START)).toBe(START + WINDOW_MS)
  })

  it("counts a call in flight until its answer counts it", () => {
    const window = known(3)
    sendAll(window, URGENT, START)
    window.learn(headers(2, 9_000), START + SECOND)
    window.settle(true, START + SECOND)
    expect(window.readyAt(URGENT, START + SECOND)).toBe(START + WINDOW_MS)
  })

  it.each([
    ["the moment before its end: not yet", -1, START + WINDOW_MS],
    ["its end: the next window has its full number", 0, START + WINDOW_MS],
  ])("when used up, at %s", (_case, offset, expected) => {
    const now = START + WINDOW_MS + offset
    expect(known(0).readyAt(URGENT, now)).toBe(expected)
  })

  it("that follows is full, less what is still in flight", () => {
    const window = known(9)
    ;[1, 2, 3].forEach(() => window.send())
    expect(sendAll(window, URGENT, START + WINDOW_MS)).toBe(LIMIT - 3)
  })

  it("that follows has no end before its first answer: whoever waits, waits for that", () => {
    const window = known(0)
    sendAll(window, URGENT, START + WINDOW_MS)
    expect(window.readyAt(URGENT, START + WINDOW_MS + 1)).toBe(Infinity)
    window.learn(headers(0), START + WINDOW_MS + 100)
    expect(window.readyAt(URGENT, START + WINDOW_MS + 100)).toBe(START + 2 * WINDOW_MS + 100)
  })

  it("follows a limit that Discord changes", () => {
    const window = known(9)
    window.learn({ limit: 5, remaining: 4, reset_after_ms: 9_000 }, START + SECOND)
    expect(sendAll(window, URGENT, START + SECOND)).toBe(4)
    ;[1, 2, 3, 4].forEach(() => window.settle(true, START + SECOND))
    expect(sendAll(window, URGENT, START + WINDOW_MS)).toBe(5)
  })
})

describe("the reserve", () => {
  it("is a fifth of the window, which bulk leaves to customers", () => {
    const window = known(9)
    expect(sendAll(window, BULK, START)).toBe(9 - RESERVE)
    expect(sendAll(window, URGENT, START)).toBe(RESERVE)
  })

  it("counts customers' calls as used, whoever came first", () => {
    const window = known(9)
    window.send()
    window.send()
    expect(sendAll(window, BULK, START)).toBe(9 - RESERVE - 2)
  })

  it.each([
    [5, 4, 3],
    [4, 3, 3],
    [1, 1, 1],
  ])("of a limit of %i with %i left leaves bulk %i", (limit, remaining, expected) => {
    const window = new BucketWindow()
    window.learn({ limit, remaining, reset_after_ms: WINDOW_MS }, START)
    expect(sendAll(window, BULK, START)).toBe(expected)
  })

  it.each([
    ["of ten seconds, at most 600 ms before its end", WINDOW_MS, LAST_MOMENTS_MS],
    ["of a minute, no sooner", 60 * SECOND, LAST_MOMENTS_MS],
    ["of one second, 80 ms before its end", SECOND, 80],
    ["of five seconds, 400 ms before its end", 5 * SECOND, 400],
  ])("of a window %s, is handed over to bulk", (_case, windowMs, lastMs) => {
    const window = known(RESERVE, windowMs)
    const handOver = START + windowMs - lastMs
    expect(window.readyAt(BULK, START)).toBe(handOver)
    expect(window.readyAt(BULK, handOver - 1)).toBe(handOver)
    expect(sendAll(window, BULK, handOver)).toBe(RESERVE)
    expect(window.readyAt(BULK, handOver)).toBe(START + windowMs)
  })

  it("the length of a window is the longest seen of it, not what is left of it", () => {
    const window = known(9, 5 * SECOND)
    window.learn(headers(RESERVE, 100), START + 4_900)
    expect(window.readyAt(BULK, START + 4_900)).toBe(START + 4_900)
    expect(window.readyAt(BULK, START + 4_500)).toBe(START + 4_600)
  })

  it("is kept in the window that follows", () => {
    const window = known(0)
    const next = START + WINDOW_MS
    expect(sendAll(window, BULK, next)).toBe(LIMIT - RESERVE)
    // Nothing tells when this window ends before its first answer.
    expect(window.readyAt(BULK, next)).toBe(Infinity)
    expect(window.readyAt(URGENT, next)).toBe(next)
  })
})
