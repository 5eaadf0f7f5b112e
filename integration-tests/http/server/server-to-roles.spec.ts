import { storeSuite } from "../../helpers/store/suite"
import { testConnectingAServer } from "./server-to-roles/connecting-a-server"
import { testRefreshingAServer } from "./server-to-roles/refreshing-a-server"
import { testTheAdminRoutesOfServers } from "./server-to-roles/the-admin-routes-of-servers"
import { testMappingVariantsToRoles } from "./server-to-roles/mapping-variants-to-roles"

storeSuite("from a Discord server to what a variant gives", (scene) => {
  testConnectingAServer(scene)
  testRefreshingAServer(scene)
  testTheAdminRoutesOfServers(scene)
  testMappingVariantsToRoles(scene)
})
