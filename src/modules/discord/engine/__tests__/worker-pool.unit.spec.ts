import { WorkerPool } from "../worker-pool"

/** Pieces of work that end when they are told to. */
function workplace(pieces: number) {
  const open: (() => void)[] = []
  const site = {
    looks: 0,
    left: pieces,
    /** Workers on a piece just now, and the most there ever were. */
    busy: 0,
    most: 0,
    /** Ends one piece. */
    finish: async () => {
      open.shift()?.()
      await settled()
    },
    work: async () => {
      site.looks++
      if (site.left === 0) {
        return false
      }
      site.left--
      site.busy++
      site.most = Math.max(site.most, site.busy)
      await new Promise<void>((done) => open.push(done))
      site.busy--
      return true
    },
  }
  return site
}

/** Lets everything go on that waits for nothing but its turn. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Ends pieces until there are none. */
async function finishAll(site: ReturnType<typeof workplace>): Promise<void> {
  while (site.busy > 0) {
    await site.finish()
  }
}

it("where there is no work one worker looks, and goes", async () => {
  const site = workplace(0)
  const pool = new WorkerPool(4, site.work)
  pool.call()
  await pool.done()
  expect(site).toMatchObject({ looks: 1, most: 0 })
})

it("does nothing until it is called", async () => {
  const site = workplace(3)
  await new WorkerPool(4, site.work).done()
  expect(site.looks).toBe(0)
})

it("does all the work there is after one call", async () => {
  const site = workplace(25)
  const pool = new WorkerPool(4, site.work)
  pool.call()
  await settled()
  await finishAll(site)
  await pool.done()
  expect(site.left).toBe(0)
})

it.each([1, 2, 4])(
  "with a width of %i has as many workers side by side, never more",
  async (width) => {
    const site = workplace(20)
    const pool = new WorkerPool(width, site.work)
    for (let calls = 0; calls < 20; calls++) {
      pool.call()
    }
    await settled()
    await finishAll(site)
    await pool.done()
    expect(site).toMatchObject({ left: 0, most: width })
  },
)

it("one piece found brings the next worker, so that a single call fills the width", async () => {
  const site = workplace(20)
  const pool = new WorkerPool(4, site.work)
  pool.call()
  await settled()
  await site.finish()
  await site.finish()
  await site.finish()
  expect(site.busy).toBe(4)
  await finishAll(site)
  await pool.done()
})

it("a call during the work puts another worker to it at once", async () => {
  const site = workplace(2)
  const pool = new WorkerPool(4, site.work)
  pool.call()
  await settled()
  expect(site.busy).toBe(1)
  pool.call()
  await settled()
  expect(site.busy).toBe(2)
  await finishAll(site)
  await pool.done()
})

it("is done when the last worker has gone, and not before", async () => {
  const site = workplace(2)
  const pool = new WorkerPool(2, site.work)
  pool.call()
  pool.call()
  await settled()
  let isDone = false
  const done = pool.done().then(() => (isDone = true))
  await site.finish()
  expect(isDone).toBe(false)
  await finishAll(site)
  await done
  expect(isDone).toBe(true)
})

it("works again when it is called after it was done", async () => {
  const site = workplace(1)
  const pool = new WorkerPool(2, site.work)
  pool.call()
  await settled()
  await finishAll(site)
  await pool.done()
  site.left = 2
  pool.call()
  await settled()
  await finishAll(site)
  await pool.done()
  expect(site.left).toBe(0)
})

describe("when a worker fails", () => {
  const BROKEN = new Error("the database is away")

  /** The first piece fails once told to, the others end. */
  function failing() {
    const site = workplace(3)
    let fail: (error: Error) => void = () => undefined
    let isFirst = true
    const pool = new WorkerPool(2, () => {
      if (!isFirst) {
        return site.work()
      }
      isFirst = false
      return new Promise<boolean>((_, reject) => (fail = reject))
    })
    return { site, pool, fail: () => fail(BROKEN) }
  }

  it("nobody is called any more, the others end what they do, and done tells why", async () => {
    const { site, pool, fail } = failing()
    pool.call()
    pool.call()
    await settled()
    const done = pool.done()
    fail()
    await settled()
    pool.call()
    await settled()
    expect(site.busy).toBe(1)
    const told = expect(done).rejects.toBe(BROKEN)
    await finishAll(site)
    await told
  })

  it("it tells it once, and works again when called", async () => {
    const { site, pool, fail } = failing()
    pool.call()
    await settled()
    fail()
    await expect(pool.done()).rejects.toBe(BROKEN)
    await pool.done()
    pool.call()
    await settled()
    await finishAll(site)
    await pool.done()
    expect(site.left).toBe(0)
  })

  it("a failure before anybody waits for it is not lost, and stops no process", async () => {
    const pool = new WorkerPool(1, async () => Promise.reject(BROKEN))
    pool.call()
    await settled()
    await expect(pool.done()).rejects.toBe(BROKEN)
  })

  it("the first of two failures is told", async () => {
    const errors = [new Error("first"), new Error("second")]
    const pool = new WorkerPool(2, async () => Promise.reject(errors.shift() ?? BROKEN))
    pool.call()
    pool.call()
    await expect(pool.done()).rejects.toThrow("first")
  })
})
