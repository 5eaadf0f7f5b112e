import { de as messages } from "../../messages/de"
import access from "./json/de/access.json"
import activity from "./json/de/activity.json"
import common from "./json/de/common.json"
import customer from "./json/de/customer.json"
import entitlements from "./json/de/entitlements.json"
import imports from "./json/de/imports.json"
import members from "./json/de/members.json"
import order from "./json/de/order.json"
import overview from "./json/de/overview.json"
import product from "./json/de/product.json"
import settings from "./json/de/settings.json"
import setup from "./json/de/setup.json"
import { MESSAGES, NAMESPACE } from "./namespace"

/** One file an area of the dashboard; their top-level keys are distinct. */
const texts = {
  ...access,
  ...activity,
  ...common,
  ...customer,
  ...entitlements,
  ...imports,
  ...members,
  ...order,
  ...overview,
  ...product,
  ...settings,
  ...setup,
}

export default { [NAMESPACE]: texts, [MESSAGES]: messages }
