import type { Catalogue } from "../message"
import { activity, syncRun } from "./activity"
import { application, doctor } from "./application"
import { claim } from "./claim"
import { consent, signIn } from "./consent"
import { customer } from "./customer"
import { discord } from "./discord"
import { customerImport, entitlement } from "./entitlement"
import { gateway } from "./gateway"
import { membership } from "./membership"
import { cart, purchase } from "./purchase"
import { refusal } from "./refusal"
import { request } from "./request"
import { role, roleTest } from "./role"
import { server } from "./server"
import { subscription } from "./subscription"

export const es: Catalogue = {
  activity,
  application,
  cart,
  claim,
  consent,
  customer,
  discord,
  doctor,
  entitlement,
  gateway,
  import: customerImport,
  membership,
  purchase,
  refusal,
  request,
  role,
  role_test: roleTest,
  server,
  sign_in: signIn,
  subscription,
  sync_run: syncRun,
}
