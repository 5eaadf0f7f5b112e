import { storeSuite } from "../../helpers/store/suite"
import { testSigningInForTheFirstTime } from "./sign-in/signing-in-for-the-first-time"

storeSuite("signing in with Discord", (scene) => {
  testSigningInForTheFirstTime(scene)
})
