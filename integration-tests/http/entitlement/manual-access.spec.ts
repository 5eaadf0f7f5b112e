import {
  endEntitlementWorkflow,
  grantEntitlementWorkflow,
  updateEntitlementWorkflow,
} from "../../../src/workflows/entitlement"
import { storeSuite } from "../../helpers/store/suite"
import { testThroughTheAdminsRoutes } from "./manual-access/through-the-admins-routes"
import { testWhatIsRefusedChangesNothing } from "./manual-access/what-is-refused-changes-nothing"
import { testTheList } from "./manual-access/the-list"
import { testFromABillingSystemsWebhookHandler } from "./manual-access/from-a-billing-systems-webhook-handler"
import { testAStepAfterItThatFails } from "./manual-access/a-step-after-it-that-fails"
import { storesOwnStep } from "./manual-access/shared"

grantEntitlementWorkflow.hooks.entitlementGranted(storesOwnStep)
updateEntitlementWorkflow.hooks.entitlementUpdated(storesOwnStep)
endEntitlementWorkflow.hooks.entitlementEnded(storesOwnStep)

storeSuite("access given by hand", (scene) => {
  testThroughTheAdminsRoutes(scene)
  testWhatIsRefusedChangesNothing(scene)
  testTheList(scene)
  testFromABillingSystemsWebhookHandler(scene)
  testAStepAfterItThatFails(scene)
})
