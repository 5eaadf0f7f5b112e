/** As `admin-extensions.ts`, for the bundle's other format. */
const extensions: Readonly<Record<string, unknown>> = {}

export default extensions
