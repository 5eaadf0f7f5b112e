import { MedusaService, Module } from "@medusajs/framework/utils"
import ReorderSubscription from "./models/subscription"

export const REORDER_MODULE = "reorder"

export class ReorderService extends MedusaService({ ReorderSubscription }) {}

export default Module(REORDER_MODULE, { service: ReorderService })
