import type { Catalogue } from "../message"
import { activity } from "./activity"
import { application } from "./application"
import { cart } from "./cart"
import { claim } from "./claim"
import { consent, signIn } from "./consent"
import { customer } from "./customer"
import { discord } from "./discord"
import { doctor } from "./doctor"
import { customerImport, entitlement } from "./entitlement"
import { membership } from "./membership"
import { purchase } from "./purchase"
import { refusal } from "./refusal"
import { request } from "./request"
import { role, roleTest } from "./role"
import { server } from "./server"
import { subscription } from "./subscription"
import { syncRun } from "./sync-run"

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
