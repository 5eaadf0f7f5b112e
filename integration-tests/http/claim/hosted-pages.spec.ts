import { storeSuite } from "../../helpers/store/suite"
import { testTheAccountPage } from "./hosted-pages/the-account-page"
import { testTheClaimPage } from "./hosted-pages/the-claim-page"
import { testHowAConsentEnds } from "./hosted-pages/how-a-consent-ends"
import { testOthersAtTheAccountPage } from "./hosted-pages/others-at-the-account-page"
import { testWhatThePagesShow } from "./hosted-pages/what-the-pages-show"
import { LOGO_URL, STORE_NAME, SUPPORT_URL } from "./hosted-pages/shared"

/** A store without a page for Discord: the plugin's own are all there is. */
process.env.DISCORD_REDIRECT_URLS = ""
process.env.DISCORD_STORE_NAME = STORE_NAME
process.env.DISCORD_LOGO_URL = LOGO_URL
process.env.DISCORD_SUPPORT_URL = SUPPORT_URL

storeSuite("a store without pages of its own", (scene) => {
  testTheClaimPage(scene)
  testHowAConsentEnds(scene)
  testTheAccountPage(scene)
  testOthersAtTheAccountPage(scene)
  testWhatThePagesShow(scene)
})
