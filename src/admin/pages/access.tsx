import { EntitlementsSection } from "../components/entitlement/entitlements-section"

/** Settings -> Discord -> Access: who has a right to what, what gave it, and until when. */
const AccessPage = () => <EntitlementsSection />

export default AccessPage
