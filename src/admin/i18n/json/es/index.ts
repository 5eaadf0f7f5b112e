import access from "./access.json"
import activity from "./activity.json"
import common from "./common.json"
import customer from "./customer.json"
import members from "./members.json"
import order from "./order.json"
import product from "./product.json"
import settings from "./settings.json"

/** One file an area of the dashboard; their top-level keys are distinct. */
export default {
  ...access,
  ...activity,
  ...common,
  ...customer,
  ...members,
  ...order,
  ...product,
  ...settings,
}
