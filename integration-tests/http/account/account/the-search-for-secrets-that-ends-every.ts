import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../account.spec.ts */
export function testTheSearchForSecretsThatEndsEvery(scene: () => Scene): void {
  describe("the search for secrets that ends every suite", () => {
    it("finds one in a response, in a log, on the console, in the process's output and in a table", async () => {
      const { container, db, discord, evidence, newBuyer, service } = scene()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await evidence.collect(db, discord.control)
      expect(evidence.leaks()).toEqual([])
      const secrets = await discord.control.issuedSecrets()
      const planted = secrets.find(({ kind }) => kind === "refresh_token")?.value ?? ""

      await evidence.aside(async () => {
        await new HttpClient(discord.control.url).send("/control/issuedSecrets", { body: [] })
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        logger.warn(`planted leak: ${planted}`)
        logger.error(Object.assign(new Error("planted leak"), { requestBody: { token: planted } }))
        console.log("planted leak:", { token: planted })
        process.stdout.write(`planted leak: ${planted}\n`)
        const entry = await service.createDiscordActivityEntries({
          action: "waiting",
          message: `planted leak: ${planted}`,
        })
        await evidence.collect(db, discord.control)
        await service.deleteDiscordActivityEntries(entry.id)

        const leaks = evidence.leaks()
        expect(new Set(leaks.map(({ source }) => source))).toEqual(
          new Set(["logger", "console", "stdout", "table discord_activity_entry", "response"]),
        )
        // The message, and what stood inside the error.
        expect(leaks.filter(({ source }) => source === "logger")).toHaveLength(2)
        expect(new Set(leaks.map(({ secret }) => secret))).toEqual(
          new Set(["code", "code_verifier", "access_token", "refresh_token"]),
        )
      })
      expect(evidence.leaks()).toEqual([])
    })
  })
}
