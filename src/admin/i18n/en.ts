import { en as messages } from "../../messages/en"
import access from "./json/en/access.json"
import activity from "./json/en/activity.json"
import common from "./json/en/common.json"
import customer from "./json/en/customer.json"
import entitlements from "./json/en/entitlements.json"
import imports from "./json/en/imports.json"
import members from "./json/en/members.json"
import order from "./json/en/order.json"
import overview from "./json/en/overview.json"
import product from "./json/en/product.json"
import settings from "./json/en/settings.json"
import setup from "./json/en/setup.json"
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
