import { storeSuite } from "../../helpers/store/suite"
import { testAddingDiscordToAnAccount } from "./sign-in/adding-discord-to-an-account"
import { testSigningInAgain } from "./sign-in/signing-in-again"
import { testSigningInForTheFirstTime } from "./sign-in/signing-in-for-the-first-time"
import { testWhatIsLeftHalfWay } from "./sign-in/what-is-left-half-way"
import { testWhoeverTriesMore } from "./sign-in/whoever-tries-more"

storeSuite("signing in with Discord", (scene) => {
  testSigningInForTheFirstTime(scene)
  testSigningInAgain(scene)
  testAddingDiscordToAnAccount(scene)
  testWhatIsLeftHalfWay(scene)
  testWhoeverTriesMore(scene)
})
