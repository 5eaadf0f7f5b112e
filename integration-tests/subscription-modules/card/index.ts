import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { CardProvider } from "./provider"

export default ModuleProvider(Modules.PAYMENT, { services: [CardProvider] })
