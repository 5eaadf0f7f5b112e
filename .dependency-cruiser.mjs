/** Imports go one way: from who asks (api, jobs, subscribers) by workflows and services down to stores and rules. */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Models name each other by nature. Nothing else does.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^src/modules/discord/models/" } },
    },
    {
      name: "messages-import-nothing",
      comment: "What the server says is there for all, the dashboard too.",
      severity: "error",
      from: { path: "^src/messages/" },
      to: { path: "^src/", pathNot: "^src/messages/" },
    },
    {
      name: "rules-import-rules",
      comment: "A pure decision knows no database and no Discord.",
      severity: "error",
      from: { path: "\\.rules\\.ts$" },
      to: {
        path: "^src/",
        pathNot: ["\\.rules\\.ts$", "^src/messages/", "^src/modules/discord/refused\\.ts$"],
      },
    },
    {
      name: "stores-import-stores",
      comment: "SQL knows rules and the database, and nothing that calls Discord.",
      severity: "error",
      from: { path: "\\.store\\.ts$" },
      to: {
        path: "^src/",
        pathNot: [
          "\\.(store|rules)\\.ts$",
          "^src/modules/discord/db/",
          "^src/messages/",
          "^src/modules/discord/refused\\.ts$",
        ],
      },
    },
    {
      name: "the-module-stands-alone",
      comment: "What the module offers does not depend on who asks for it.",
      severity: "error",
      from: { path: "^src/modules/" },
      to: { path: "^src/(api|workflows|jobs|scripts|subscribers|admin|links|providers)/" },
    },
    {
      name: "providers-stand-alone",
      comment:
        "A provider runs in the container of one of Medusa's modules: it knows the module's code, and no running service.",
      severity: "error",
      from: { path: "^src/providers/" },
      to: {
        path: "^src/(api|workflows|jobs|scripts|subscribers|admin|links)/|^src/modules/discord/service\\.ts$",
      },
    },
    {
      name: "workflows-serve",
      comment: "Routes, jobs and subscribers run workflows, never the other way round.",
      severity: "error",
      from: { path: "^src/workflows/" },
      to: { path: "^src/(api|jobs|scripts|subscribers|admin)/" },
    },
    {
      name: "no-sql-above-the-module",
      comment: "The module's service is its only face. Shapes of rows may be named.",
      severity: "error",
      from: { path: "^src/(workflows|api|jobs|scripts|subscribers|links)/" },
      to: { path: "^src/modules/discord/.*\\.store\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "storefronts-know-answers",
      comment:
        "What runs in a customer's browser knows the shapes of answers, and brings nothing of the server's code.",
      severity: "error",
      from: { path: "^src/storefront/" },
      to: { path: "^src/", pathNot: "^src/storefront/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "admin-knows-answers",
      comment: "The dashboard knows what the routes answer, and nothing of the server's code.",
      severity: "error",
      from: { path: "^src/admin/" },
      to: { path: "^src/", pathNot: "^src/(admin|types/http|messages)/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "__tests__" },
  },
}
