/**
 * `public/admin` points to what `medusa build` makes, so that `medusa start` in the root finds the dashboard. It is no part
 * of the plugin: Vite must not copy it into the package.
 */
export default { publicDir: false }
