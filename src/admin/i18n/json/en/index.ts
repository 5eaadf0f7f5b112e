import common from "./common.json"
import product from "./product.json"
import settings from "./settings.json"

/** One file an area of the dashboard; their top-level keys are distinct. */
export default { ...common, ...product, ...settings }
