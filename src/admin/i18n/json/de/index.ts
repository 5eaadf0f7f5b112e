import access from "./access.json"
import activity from "./activity.json"
import common from "./common.json"
import customer from "./customer.json"
import order from "./order.json"
import product from "./product.json"
import queue from "./queue.json"
import settings from "./settings.json"
import setup from "./setup.json"

/** One file an area of the dashboard; their top-level keys are distinct. */
export default {
  ...access,
  ...activity,
  ...common,
  ...customer,
  ...order,
  ...product,
  ...queue,
  ...settings,
  ...setup,
}
