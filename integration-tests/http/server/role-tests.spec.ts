import { storeSuite } from "../../helpers/store/suite"
import { testAreTakenBackUntilDiscordConfirmsIt } from "./role-tests/are-taken-back-until-discord-confirms-it"
import { testOrVariantsGive } from "./role-tests/or-variants-give"
import { processes } from "./role-tests/shared"

storeSuite("roles that tests give", (scene) => {
  testAreTakenBackUntilDiscordConfirmsIt(scene)
  testOrVariantsGive(scene)

  afterEach(async () => {
    for (const store of processes.splice(0)) {
      await store.kill()
      scene().evidence.add("process output", store.output)
    }
    await scene().db("discord_role_test").delete()
  })
})
