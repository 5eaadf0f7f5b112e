import { storeSuite } from "../../helpers/store/suite"
import { testACartWithoutDiscord } from "./require-connection/a-cart-without-discord"
import { testAGuestsCart } from "./require-connection/a-guests-cart"
import { testSomebodyElsesEmail } from "./require-connection/somebody-elses-email"
import { testWhatABuyerSees } from "./require-connection/what-a-buyer-sees"

storeSuite("before buying", (scene) => {
  let option: boolean | "warn"

  beforeEach(() => {
    option = scene().service.options.requireConnection
  })

  afterEach(() => {
    scene().service.options.requireConnection = option
  })

  testWhatABuyerSees(scene)
  testACartWithoutDiscord(scene)
  testAGuestsCart(scene)
  testSomebodyElsesEmail(scene)
})
