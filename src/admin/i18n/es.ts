import { es as messages } from "../../messages/es"
import access from "./json/es/access.json"
import activity from "./json/es/activity.json"
import common from "./json/es/common.json"
import customer from "./json/es/customer.json"
import entitlements from "./json/es/entitlements.json"
import imports from "./json/es/imports.json"
import members from "./json/es/members.json"
import order from "./json/es/order.json"
import overview from "./json/es/overview.json"
import product from "./json/es/product.json"
import settings from "./json/es/settings.json"
import setup from "./json/es/setup.json"
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
