/**
 * The import rules of docs/decisions and README: one rule a sentence, named after it.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: "1-the-domain-knows-nobody",
      comment:
        "Everything may know the domain; the clock, ids and randomness reach it as arguments.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { pathNot: "^app/domain/" },
    },
    {
      name: "2-db-knows-the-domain-alone",
      comment: "From app/, db/ imports the domain and nothing else.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^app/", pathNot: "^app/domain/" },
    },
    {
      name: "3-platform-never-knows-a-feature",
      comment:
        "Platform wraps the outside world; it may use itself, db/ and the domain.",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/", pathNot: "^app/(platform|domain)/" },
    },
    {
      name: "4-ui-knows-only-itself",
      comment: "No product word appears in app/ui.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app|db|content)/", pathNot: "^app/ui/" },
    },
    {
      name: "5-a-feature-never-knows-another",
      comment: "What two features share moves down into the domain or db/.",
      severity: "error",
      from: { path: "^app/features/([^/]+)/" },
      to: {
        path: "^app/",
        pathNot: ["^app/features/$1/", "^app/(platform|ui|domain)/"],
      },
    },
    {
      name: "6-only-server-files-touch-db",
      comment:
        "Components and hooks never import db/, not even for a type. The demonstration is fed through the same queries.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: [
          "^app/(features|platform|demonstration)/.+\\.server\\.tsx?$",
          "^app/cli/",
          "^app/domain/",
        ],
      },
      to: { path: "^db/" },
    },
    {
      name: "7-nothing-imports-a-route",
      comment:
        "Routes import features, platform, ui and the domain; nobody imports them.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "8-no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(app|db|content)/" },
      to: { path: "^tests/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
