import { storeSuite } from "../../helpers/store/suite"
import { testBuying } from "./order-to-role/buying"
import { testCancelling } from "./order-to-role/cancelling"
import { testEvents } from "./order-to-role/events"
import { testWhenDiscordHasTrouble } from "./order-to-role/when-discord-has-trouble"

storeSuite("from an order to a role", (scene) => {
  testBuying(scene)
  testCancelling(scene)
  testEvents(scene)
  testWhenDiscordHasTrouble(scene)
})
