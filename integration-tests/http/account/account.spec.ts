import { storeSuite } from "../../helpers/store/suite"
import { testConnecting } from "./account/connecting"
import { testWhereTheBrowserIsSentBack } from "./account/where-the-browser-is-sent-back"
import { testOneDiscordUserOneRegisteredCustomer } from "./account/one-discord-user-one-registered-customer"
import { testLosingAndEndingTheConnection } from "./account/losing-and-ending-the-connection"
import { testLookingAtAMemberAnew } from "./account/looking-at-a-member-anew"
import { testWhatOthersReadOfIt } from "./account/what-others-read-of-it"
import { testTheSearchForSecretsThatEndsEvery } from "./account/the-search-for-secrets-that-ends-every"

storeSuite("from a customer to their Discord account", (scene) => {
  testConnecting(scene)
  testWhereTheBrowserIsSentBack(scene)
  testOneDiscordUserOneRegisteredCustomer(scene)
  testLosingAndEndingTheConnection(scene)
  testLookingAtAMemberAnew(scene)
  testWhatOthersReadOfIt(scene)
  testTheSearchForSecretsThatEndsEvery(scene)
})
