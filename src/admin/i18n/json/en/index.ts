import activity from "./activity.json"
import common from "./common.json"
import product from "./product.json"
import queue from "./queue.json"

/** One file an area of the dashboard; their top-level keys are distinct. */
export default { ...activity, ...common, ...product, ...queue }
