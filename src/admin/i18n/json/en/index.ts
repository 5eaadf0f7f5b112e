import access from "./access.json"
import common from "./common.json"
import customer from "./customer.json"
import order from "./order.json"
import product from "./product.json"

/** One file an area of the dashboard; their top-level keys are distinct. */
export default { ...access, ...common, ...customer, ...order, ...product }
