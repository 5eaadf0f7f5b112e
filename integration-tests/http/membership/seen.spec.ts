import { storeSuite } from "../../helpers/store/suite"
import { testSomebodyWhoLeftTheServerAndCame } from "./seen/somebody-who-left-the-server-and-came"
import { testSomebodyWhoLeft } from "./seen/somebody-who-left"
import { testARoleThatWasTakenByHandOr } from "./seen/a-role-that-was-taken-by-hand-or"
import { testCalls } from "./seen/calls"
import { testWhenTheyWereLastSeen } from "./seen/when-they-were-last-seen"
import { testARefusedJoin } from "./seen/a-refused-join"
import { testADiscordAccountThatWasDeleted } from "./seen/a-discord-account-that-was-deleted"
import { testAServerThatScreensNewcomers } from "./seen/a-server-that-screens-newcomers"
import { testANameThatWasChangedInDiscord } from "./seen/a-name-that-was-changed-in-discord"
import { testCheckAgain } from "./seen/check-again"
import { testCheckAllMembers } from "./seen/check-all-members"
import { testTheSlowRound } from "./seen/the-slow-round"
import { testTakingMembersOutAtTheEndOfAccess } from "./seen/taking-members-out-at-the-end-of-access"

storeSuite("what is believed is looked at", (scene) => {
  testSomebodyWhoLeftTheServerAndCame(scene)
  testSomebodyWhoLeft(scene)
  testARoleThatWasTakenByHandOr(scene)
  testCalls(scene)
  testWhenTheyWereLastSeen(scene)
  testARefusedJoin(scene)
  testADiscordAccountThatWasDeleted(scene)
  testAServerThatScreensNewcomers(scene)
  testANameThatWasChangedInDiscord(scene)
  testCheckAgain(scene)
  testCheckAllMembers(scene)
  testTheSlowRound(scene)
  testTakingMembersOutAtTheEndOfAccess(scene)
})
