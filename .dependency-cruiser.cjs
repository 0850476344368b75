// Only these three kinds of file in a domain may reach the database or the framework.
const effectful = "^lib/[^/]+/(?:queries(?:\\.ts$|/)|commands/|jobs\\.ts$)";
const plumbing =
  "^lib/(?:db|auth(?!/(?:permissions|new-password|types)\\.ts)|actions|jobs|boot|admin|http|env|log)(?:/|\\.ts$)";
// Pure tables and rules of sign-in and roles, which everybody may know.
const vocabulary = "^lib/auth/(?:permissions|new-password|types)\\.ts$";
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "raw-client-stays-in-lib-db",
      severity: "error",
      from: { pathNot: "^(lib/db|prisma|tests)/" },
      to: { path: "^lib/db/(client|generated)" },
    },
    {
      name: "domain-core-is-pure",
      severity: "error",
      // lib/format/request.ts is the door of next-intl: it is asked once per request.
      from: {
        path: "^lib/",
        pathNot: [effectful, plumbing, "/index\\.ts$", "^lib/format/request\\.ts$"],
      },
      to: {
        path: [
          effectful,
          plumbing,
          "^(app|components)/",
          "node_modules/(next|react|pg|@prisma|server-only)/",
        ],
        pathNot: vocabulary,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "domain-core-has-no-node",
      severity: "error",
      from: { path: "^lib/", pathNot: [effectful, plumbing, "/index\\.ts$"] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "stats-knows-no-domain",
      severity: "error",
      from: { path: "^lib/stats/" },
      to: { path: "^lib/(?!stats/)" },
    },
    {
      name: "lib-never-looks-up",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-never-import-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "ui-has-no-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib/(?!format/|class-names)|components/(?!ui/))" },
    },
    {
      name: "components-get-data-by-props",
      severity: "error",
      from: { path: "^components/" },
      to: { path: [effectful, plumbing], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "domains-meet-at-index",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: [plumbing, vocabulary] },
      to: {
        path: "^lib/([^/]+)/",
        pathNot: [
          "^lib/$1/",
          plumbing,
          vocabulary,
          "^lib/(stats|format|errors)/",
          "^lib/[^/]+/(index|types)\\.ts$",
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "lib/db/generated/.+/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
