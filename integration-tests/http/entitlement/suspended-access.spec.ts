import {
  resumeEntitlementWorkflow,
  suspendEntitlementWorkflow,
} from "../../../src/workflows/entitlement"
import { storeSuite } from "../../helpers/store/suite"
import { testOfAnOrderThatWasPaidAndHanded } from "./suspended-access/of-an-order-that-was-paid-and-handed"
import { testIsShownWithWhy } from "./suspended-access/is-shown-with-why"
import { testByAnybodysMistake } from "./suspended-access/by-anybodys-mistake"
import { testThatWasGivenByHandOrBy } from "./suspended-access/that-was-given-by-hand-or-by"
import { testByAPaymentProvidersWebhook } from "./suspended-access/by-a-payment-providers-webhook"
import { testAStepAfterItThatFails } from "./suspended-access/a-step-after-it-that-fails"
import { storesOwnStep } from "./suspended-access/shared"

process.env.DISCORD_TEST_SUBSCRIPTIONS = "recipe"
suspendEntitlementWorkflow.hooks.entitlementSuspended(storesOwnStep)
resumeEntitlementWorkflow.hooks.entitlementResumed(storesOwnStep)

storeSuite("access that is suspended", (scene) => {
  testOfAnOrderThatWasPaidAndHanded(scene)
  testIsShownWithWhy(scene)
  testByAnybodysMistake(scene)
  testThatWasGivenByHandOrBy(scene)
  testByAPaymentProvidersWebhook(scene)
  testAStepAfterItThatFails(scene)
})
