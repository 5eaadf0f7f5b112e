import type { AdminDiscordServerMemberListResponse } from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, type ErrorBody } from "./shared"

/** @see ../settings.spec.ts */
export function testFindingAMember(scene: () => Scene): void {
  describe("finding a member", () => {
    it("by the beginning of a name, without bots", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const { control, guildId } = discord
      const users = await Promise.all(
        ["mia", "milo", "noah", "mika"].map((username) => control.createUser({ username })),
      )
      for (const user of users.slice(0, 3)) {
        await control.addMember(guildId, user.id)
      }
      const find = (q: string) =>
        admin.send<AdminDiscordServerMemberListResponse>(`${SERVERS}/${id}/members?q=${q}`)
      expect((await find("mi")).members.map(({ username }) => username)).toEqual(["mia", "milo"])
      expect((await find("mia")).members).toEqual([
        expect.objectContaining({ discord_user_id: users[0]?.id, role_ids: [] }),
      ])
      expect((await find("Test")).members).toEqual([])
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${id}/members?q=`)
      expect([status, body.type]).toEqual([400, "invalid_data"])
    })
  })
}
