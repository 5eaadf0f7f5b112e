import { NAMESPACE } from "./namespace"

// What stands here is in the dashboard's first download: the entry in its menu, the same in every language. All else is loaded
// when the plugin shows something.
export default { en: { [NAMESPACE]: { settings: { title: "Discord" } } } }
