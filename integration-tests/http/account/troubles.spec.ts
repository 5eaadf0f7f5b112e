import { storeSuite } from "../../helpers/store/suite"
import { testWhatAStorefrontShows } from "./troubles/what-a-storefront-shows"
import { testAConsentThatComesToNothing } from "./troubles/a-consent-that-comes-to-nothing"
import { testAnotherDiscordAccount } from "./troubles/another-discord-account"
import { testAMemberInTrouble } from "./troubles/a-member-in-trouble"
import { testALinkIntoAServer } from "./troubles/a-link-into-a-server"
import { testAJoinLinkThatDoesNotWork } from "./troubles/a-join-link-that-does-not-work"

storeSuite("every kind of trouble that a customer has with Discord", (scene) => {
  testWhatAStorefrontShows(scene)
  testAConsentThatComesToNothing(scene)
  testAnotherDiscordAccount(scene)
  testAMemberInTrouble(scene)
  testALinkIntoAServer(scene)
  testAJoinLinkThatDoesNotWork(scene)
})
