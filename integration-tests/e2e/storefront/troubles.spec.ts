import { browserSuite } from "../harness/browser-suite"
import { testChanges } from "./troubles/changes"
import { testConsents } from "./troubles/consents"
import { testMembers } from "./troubles/members"

browserSuite("every kind of trouble with Discord, on the demo's pages", (test) => {
  testConsents(test)
  testMembers(test)
  testChanges(test)
})
