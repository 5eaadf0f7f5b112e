import { MedusaService, Module } from "@medusajs/framework/utils"
import Subscription from "./models/subscription"

export const RECIPE_MODULE = "subscriptionModuleService"

export class RecipeService extends MedusaService({ Subscription }) {}

export default Module(RECIPE_MODULE, { service: RecipeService })
