import { HttpClient } from "../../helpers/store/http"
import { storeSuite } from "../../helpers/store/suite"
import { testTheApplication } from "./settings/the-application"
import { testTheSetUp } from "./settings/the-set-up"
import { testTheWindowOfTheConsent } from "./settings/the-window-of-the-consent"
import { testTheListOfServers } from "./settings/the-list-of-servers"
import { testAServersPage } from "./settings/a-servers-page"
import { testFindingAMember } from "./settings/finding-a-member"
import { testTestingARole } from "./settings/testing-a-role"
import { testNotices } from "./settings/notices"
import { SERVERS, APPLICATION_PATH, SETUP_PATH, type ErrorBody } from "./settings/shared"

storeSuite("the settings in the dashboard", (scene) => {
  testTheApplication(scene)
  testTheSetUp(scene)
  testTheWindowOfTheConsent(scene)
  testTheListOfServers(scene)
  testAServersPage(scene)
  testFindingAMember(scene)
  testTestingARole(scene)
  testNotices(scene)

  it("answers 401 to anyone but an admin", async () => {
    const { baseUrl, newBuyer, setUp } = scene()
    const id = await setUp()
    const { customer } = await newBuyer("ada")
    for (const [method, path] of [
      ["GET", APPLICATION_PATH],
      ["GET", SETUP_PATH],
      ["GET", `${SERVERS}/${id}/members?q=a`],
      ["POST", `${SERVERS}/${id}/test`],
    ] as const) {
      for (const http of [new HttpClient(baseUrl), customer.http]) {
        expect([path, (await http.raw(path, { method })).status]).toEqual([path, 401])
      }
    }
  })

  it("answers 404 in words for a server it does not know", async () => {
    const { admin } = scene()
    for (const request of [
      admin.raw<ErrorBody>(`${SERVERS}/dserv_none/members?q=a`),
      admin.raw<ErrorBody>(`${SERVERS}/dserv_none/test`, {
        body: { role_id: "1".repeat(18), discord_user_id: "2".repeat(18) },
      }),
    ]) {
      const { status, body } = await request
      expect([status, body.type]).toEqual([404, "not_found"])
      expect(body.message).toContain("dserv_none was not found")
    }
  })
})
