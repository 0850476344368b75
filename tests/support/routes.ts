/**
 * Every page, route handler and action file of app/, and how the two-workspace test tries it. A file without a row
 * fails tests/architecture/routes.test.ts.
 *
 * In a path `{tenant}`, `{customerId}`, `{externalId}` and `{importId}` are filled in twice: all with the other
 * workspace's values, then with one's own workspace and the other's ids.
 */
export type RouteRow =
  | { file: string; kind: "public"; reason: string }
  | { file: string; kind: "member"; path: string; method?: "GET" | "POST" }
  /** `answers`: an unknown id is refused; a list answers, without the other workspace's rows. */
  | {
      file: string;
      kind: "api";
      path: string;
      method?: "GET" | "POST";
      answers: "refused" | "list";
    }
  | {
      file: string;
      kind: "actions";
      names: readonly string[];
      /** The values make it succeed in one's own workspace, as often as one likes. */
      isRepeatable?: boolean;
      fields: Readonly<Record<string, string>>;
    };

const W = "app/w/[tenant]";
const API = "app/api/v1";

export const ROUTES: readonly RouteRow[] = [
  {
    file: "app/page.tsx",
    kind: "public",
    reason: "sends a person to a workspace of theirs or to the sign-in",
  },
  { file: "app/(public)/sign-in/page.tsx", kind: "public", reason: "before anybody is known" },
  { file: "app/(public)/sign-in/actions.ts", kind: "public", reason: "before anybody is known" },
  { file: "app/design/page.tsx", kind: "public", reason: "leads to the first section" },
  {
    file: "app/design/[section]/page.tsx",
    kind: "public",
    reason: "shows controls with invented words, and only behind DESIGN_PAGES",
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    kind: "public",
    reason: "leads to the OpenID provider and back, before anybody is known",
  },
  {
    file: "app/api/health/live/route.ts",
    kind: "public",
    reason: "says only that the process runs",
  },
  {
    file: "app/api/health/ready/route.ts",
    kind: "public",
    reason: "says only whether the database answers",
  },
  {
    file: `${W}/actions.ts`,
    kind: "public",
    reason: "signs out, which ends one's own session only",
  },

  { file: `${W}/(home)/page.tsx`, kind: "member", path: "/w/{tenant}" },
  { file: `${W}/customers/(list)/page.tsx`, kind: "member", path: "/w/{tenant}/customers" },
  {
    file: `${W}/customers/[customerId]/page.tsx`,
    kind: "member",
    path: "/w/{tenant}/customers/{customerId}",
  },
  { file: `${W}/customers/export/route.ts`, kind: "member", path: "/w/{tenant}/customers/export" },
  { file: `${W}/data/page.tsx`, kind: "member", path: "/w/{tenant}/data" },
  { file: `${W}/data/imports/(list)/page.tsx`, kind: "member", path: "/w/{tenant}/data/imports" },
  { file: `${W}/data/imports/new/page.tsx`, kind: "member", path: "/w/{tenant}/data/imports/new" },
  {
    file: `${W}/data/imports/upload/route.ts`,
    kind: "member",
    path: "/w/{tenant}/data/imports/upload",
    method: "POST",
  },
  {
    file: `${W}/data/imports/[importId]/page.tsx`,
    kind: "member",
    path: "/w/{tenant}/data/imports/{importId}",
  },
  {
    file: `${W}/data/imports/[importId]/progress/route.ts`,
    kind: "member",
    path: "/w/{tenant}/data/imports/{importId}/progress",
  },
  {
    file: `${W}/data/imports/[importId]/rejects.csv/route.ts`,
    kind: "member",
    path: "/w/{tenant}/data/imports/{importId}/rejects.csv",
  },
  {
    file: `${W}/data/imports/[importId]/actions.ts`,
    kind: "actions",
    names: ["commitImportAction"],
    fields: { importId: "{importId}" },
  },
  { file: `${W}/settings/page.tsx`, kind: "member", path: "/w/{tenant}/settings" },
  {
    file: `${W}/settings/actions.ts`,
    kind: "actions",
    names: ["setRatesAction"],
    isRepeatable: true,
    fields: { marginPercent: "40", costPerOrder: "2" },
  },
  { file: `${W}/value/page.tsx`, kind: "member", path: "/w/{tenant}/value" },
  {
    file: `${W}/value/segments.csv/route.ts`,
    kind: "member",
    path: "/w/{tenant}/value/segments.csv",
  },
  {
    file: `${W}/value/concentration.csv/route.ts`,
    kind: "member",
    path: "/w/{tenant}/value/concentration.csv",
  },
  {
    file: `${W}/value/actions.ts`,
    kind: "actions",
    names: ["setAsOfAction"],
    isRepeatable: true,
    fields: { asOfOn: "2026-01-31" },
  },

  { file: `${API}/customers/route.ts`, kind: "api", path: "/api/v1/customers", answers: "list" },
  {
    file: `${API}/customers/[externalId]/route.ts`,
    kind: "api",
    path: "/api/v1/customers/{externalId}",
    answers: "refused",
  },
  { file: `${API}/imports/route.ts`, kind: "api", path: "/api/v1/imports", answers: "list" },
  {
    file: `${API}/imports/[id]/route.ts`,
    kind: "api",
    path: "/api/v1/imports/{importId}",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/rejects/route.ts`,
    kind: "api",
    path: "/api/v1/imports/{importId}/rejects",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/commit/route.ts`,
    kind: "api",
    path: "/api/v1/imports/{importId}/commit",
    method: "POST",
    answers: "refused",
  },
];
