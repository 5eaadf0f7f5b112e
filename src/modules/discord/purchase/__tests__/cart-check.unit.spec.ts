import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { registerCartCheck } from "../cart-check"

/** A store that has a hook of its own, from before the plugin starts: Medusa takes no second one. */
completeCartWorkflow.hooks.validate(() => Promise.resolve())

const said: string[] = []
const logger = { warn: (line: string) => said.push(line) }
const register = (isRequired: boolean) =>
  registerCartCheck(logger, { isAnyRequired: () => Promise.resolve(isRequired) })

describe("a store with a hook of its own on completeCartWorkflow", () => {
  beforeEach(() => {
    said.length = 0
  })

  it("starts, and is told what to call in it", async () => {
    await register(true)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain("Call requireDiscordConnection")
    expect(said[0]).toContain("Cannot define multiple hook handlers for the validate hook")
  })

  it("is told nothing while it asks nobody to connect", async () => {
    await register(false)
    expect(said).toEqual([])
  })
})
