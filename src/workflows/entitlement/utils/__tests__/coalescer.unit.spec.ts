import fc from "fast-check"
import { setImmediate as turn } from "node:timers/promises"
import { Coalescer } from "../coalescer"

/** A worker whose batches end when told to. */
function byHand(batchSize = 100) {
  const batches: string[][] = []
  const ends: ((failures?: Map<string, unknown>) => void)[] = []
  const coalescer = new Coalescer<string>((jobs) => {
    batches.push([...jobs.keys()])
    return new Promise((resolve) => ends.push((failures = new Map()) => resolve(failures)))
  }, batchSize)
  const end = async (failures?: Map<string, unknown>) => {
    ends.shift()?.(failures)
    await turn()
    await turn()
  }
  return { batches, coalescer, end }
}

describe("asking for the same job many times", () => {
  it("does it once for all who asked before it began", async () => {
    const { batches, coalescer, end } = byHand()
    const asked = Promise.all(["a", "a", "b", "a"].map((key) => coalescer.do(key, key)))
    await turn()
    expect(batches).toEqual([["a", "b"]])
    await end()
    await asked
    expect(batches).toHaveLength(1)
  })

  it("does it again for who asked while it was at work, and once for all of those", async () => {
    const { batches, coalescer, end } = byHand()
    const first = coalescer.do("a", "a")
    await turn()
    let isSecondDone = false
    const second = Promise.all([coalescer.do("a", "a"), coalescer.do("a", "a")]).then(() => {
      isSecondDone = true
    })
    await end()
    await first
    expect(isSecondDone).toBe(false)
    expect(batches).toEqual([["a"], ["a"]])
    await end()
    await second
    expect(batches).toHaveLength(2)
  })

  it("rests when nothing waits, and begins again", async () => {
    const { batches, coalescer, end } = byHand()
    for (const round of [1, 2]) {
      const asked = coalescer.do("a", "a")
      await turn()
      await end()
      await asked
      expect(batches).toHaveLength(round)
    }
  })

  it("takes no more at once than a batch holds, in the order they were asked for", async () => {
    const { batches, coalescer, end } = byHand(2)
    const asked = Promise.all(["a", "b", "c"].map((key) => coalescer.do(key, key)))
    await turn()
    await end()
    await end()
    await asked
    expect(batches).toEqual([["a", "b"], ["c"]])
  })
})

describe("a job that fails", () => {
  it("fails for who asked for it, and for nobody else", async () => {
    const { coalescer, end } = byHand()
    const asked = Promise.allSettled(["a", "b", "a"].map((key) => coalescer.do(key, key)))
    await turn()
    await end(new Map([["a", new Error("a broke")]]))
    expect((await asked).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected"])
  })

  it("stops nothing: the next is done", async () => {
    const batches: string[][] = []
    const coalescer = new Coalescer<string>((jobs) => {
      batches.push([...jobs.keys()])
      return batches.length === 1
        ? Promise.reject(new Error("the database is away"))
        : Promise.resolve(new Map<string, unknown>())
    }, 100)
    await expect(coalescer.do("a", "a")).rejects.toThrow("the database is away")
    await coalescer.do("a", "a")
    expect(batches).toEqual([["a"], ["a"]])
  })
})

it("serves everyone with a run that began after they asked, whatever comes when", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom("a", "b", "c"), pause: fc.boolean() }), {
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 3 }),
      async (asks, batchSize) => {
        let clock = 0
        const lastBegun = new Map<string, number>()
        const coalescer = new Coalescer<string>(async (jobs) => {
          jobs.forEach((_job, key) => lastBegun.set(key, ++clock))
          await turn()
          return new Map()
        }, batchSize)
        const served: Promise<void>[] = []
        for (const { key, pause } of asks) {
          const askedAt = ++clock
          served.push(
            coalescer.do(key, key).then(() => {
              expect(lastBegun.get(key)).toBeGreaterThan(askedAt)
            }),
          )
          if (pause) {
            await turn()
          }
        }
        await Promise.all(served)
      },
    ),
  )
})
