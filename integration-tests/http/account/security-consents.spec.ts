import { storeSuite } from "../../helpers/store/suite"
import { testCodesOfOthers } from "./security-consents/codes-of-others"
import { testWhatIsPending } from "./security-consents/what-is-pending"
import { testWhoAsksTooOften } from "./security-consents/who-asks-too-often"
import { testWhatThePluginShowsABrowserItself } from "./security-consents/what-the-plugin-shows-a-browser-itself"
import { testTheCookieThatTiesAConsentTo } from "./security-consents/the-cookie-of-a-consent"
import { testAConsentThatAStorefrontsServer } from "./security-consents/a-consent-that-a-storefronts-server"
import { testAConsentThatEndsInAnotherBrowser } from "./security-consents/a-consent-that-ends-in-another-browser"

storeSuite("what outsiders can do with consents", (scene) => {
  testCodesOfOthers(scene)
  testWhatIsPending(scene)
  testWhoAsksTooOften(scene)
  testWhatThePluginShowsABrowserItself(scene)
  testTheCookieThatTiesAConsentTo(scene)
  testAConsentThatAStorefrontsServer(scene)
  testAConsentThatEndsInAnotherBrowser(scene)
})
