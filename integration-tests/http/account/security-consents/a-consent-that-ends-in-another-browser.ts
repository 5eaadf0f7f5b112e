import { STOREFRONT_URL } from "../../../helpers/store/application"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../security-consents.spec.ts */
export function testAConsentThatEndsInAnotherBrowser(scene: () => Scene): void {
  describe("a consent that ends in another browser", () => {
    it("is told so, with a way back to the store's page", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const callback = await customer.consent(discord, userId)
      const page = await new HttpClient(baseUrl).raw<string>(callback)
      expect(page.status).toBe(400)
      expect(page.body).toContain("in the browser you want to use, with cookies allowed")
      expect(page.body).toContain(`<a href="${STOREFRONT_URL}">Back to the store</a>`)
    })
  })
}
