// biome-ignore-all lint/style/noExcessiveLinesPerFile: a table, one row for each file of app/
import type { Permission } from "#lib/auth/permissions.ts";

/**
 * Every page, route handler and action file of app/, and how the two-workspace test tries it. A file without a row
 * fails tests/architecture/routes.test.ts.
 *
 * In a path the names in braces, those of `fillIn` in two-workspaces.ts, are filled in twice: all with the other
 * workspace's values, then with one's own workspace and the other's ids.
 */
export type RouteRow =
  | { file: string; kind: "public"; reason: string }
  /** About the person signed in, whatever workspace they are in. */
  | { file: string; kind: "own"; names: readonly string[] }
  /** `permission`: what it asks for, as the source says; null for a page that only sends on. */
  | {
      file: string;
      kind: "member";
      permission: Permission | null;
      path: string;
      method?: "GET" | "POST";
    }
  /** `answers`: an unknown id is refused; a list answers, without the other workspace's rows. */
  | {
      file: string;
      kind: "api";
      permission: Permission;
      /** What its row in the table asks for beside */
      asks?: Permission;
      path: string;
      method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
      /** Sent with it, as JSON */
      body?: object;
      answers: "refused" | "list" | "written";
    }
  | {
      file: string;
      kind: "actions";
      /** Every action of the file asks for it. */
      permission: Permission;
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
  {
    file: "app/(public)/invitation/[token]/page.tsx",
    kind: "public",
    reason: "shows what the holder of the link is invited to",
  },
  {
    file: "app/(public)/invitation/[token]/actions.ts",
    kind: "public",
    reason: "does what the link and the person's own session allow",
  },
  {
    file: "app/(public)/docs/api/page.tsx",
    kind: "public",
    reason: "the reference of the API, the same for everybody",
  },
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
    file: "app/(public)/sign-in/code/page.tsx",
    kind: "public",
    reason: "shows only the address that its own cookie holds",
  },
  {
    file: "app/(public)/sign-in/code/actions.ts",
    kind: "public",
    reason: "asks for the cookie of the first step, and a code",
  },
  { file: "app/(public)/sign-up/page.tsx", kind: "public", reason: "before anybody is known" },
  {
    file: "app/(public)/sign-up/actions.ts",
    kind: "public",
    reason: "makes what is new: an account, a workspace",
  },
  { file: "app/(public)/forgot-password/page.tsx", kind: "public", reason: "asks for an address" },
  {
    file: "app/(public)/forgot-password/actions.ts",
    kind: "public",
    reason: "answers the same for every address",
  },
  {
    file: "app/(public)/reset-password/[token]/page.tsx",
    kind: "public",
    reason: "says only whether its link is good",
  },
  {
    file: "app/(public)/reset-password/[token]/actions.ts",
    kind: "public",
    reason: "acts for whoever holds the link",
  },
  {
    file: "app/(public)/verify-email/[token]/page.tsx",
    kind: "public",
    reason: "says only whether its link is good, and hints at whose it is",
  },
  {
    file: "app/(public)/verify-email/[token]/actions.ts",
    kind: "public",
    reason: "acts for whoever holds the link and is signed in to its account",
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
    file: "app/api/metrics/route.ts",
    kind: "public",
    reason: "asks for METRICS_TOKEN and counts without a name: tests/e2e/operations.spec.ts",
  },
  {
    file: "app/admin/page.tsx",
    kind: "public",
    reason: "is not there but for OPERATORS: tests/e2e/operations.spec.ts",
  },
  {
    file: "app/admin/actions.ts",
    kind: "public",
    reason: "is not there but for OPERATORS: tests/e2e/operations.spec.ts",
  },
  {
    file: "app/closing/page.tsx",
    kind: "public",
    reason:
      "lists the workspaces that the person signed in has closed: tests/db/workspace-end.test.ts",
  },
  { file: "app/closing/actions.ts", kind: "own", names: ["takeBackAction"] },
  {
    file: `${W}/settings/data-protection/page.tsx`,
    kind: "member",
    permission: "protection:write",
    path: "/w/{tenant}/settings/data-protection",
  },
  {
    file: `${W}/settings/data-protection/actions.ts`,
    kind: "actions",
    permission: "protection:write",
    names: ["askExportAction", "closeWorkspaceAction"],
    // A name that is nobody's: one's own workspace is not closed either.
    fields: { workspaceName: "any", presentPassword: "any" },
  },
  {
    file: `${W}/settings/data-protection/people/actions.ts`,
    kind: "actions",
    permission: "protection:write",
    names: ["erasePersonAction"],
    // A number that is nobody's: in one's own workspace nobody is erased either.
    fields: { customerId: "{customerId}", number: "any" },
  },
  {
    file: `${W}/settings/data-protection/exports/[exportId]/route.ts`,
    kind: "member",
    permission: "protection:write",
    path: "/w/{tenant}/settings/data-protection/exports/{exportId}",
  },
  {
    file: `${W}/settings/data-protection/people/[customerId]/route.ts`,
    kind: "member",
    permission: "protection:write",
    path: "/w/{tenant}/settings/data-protection/people/{customerId}",
  },
  {
    file: `${W}/actions.ts`,
    kind: "public",
    reason: "signs out, which ends one's own session only",
  },

  {
    file: `${W}/(home)/page.tsx`,
    kind: "member",
    permission: "workspace:read",
    path: "/w/{tenant}",
  },
  {
    file: `${W}/account/page.tsx`,
    kind: "member",
    permission: null,
    path: "/w/{tenant}/account",
  },
  {
    file: `${W}/account/security/page.tsx`,
    kind: "member",
    permission: null,
    path: "/w/{tenant}/account/security",
  },
  {
    file: `${W}/account/actions.ts`,
    kind: "own",
    names: [
      "saveProfileAction",
      "setThemeAction",
      "changePasswordAction",
      "sendPasswordLinkAction",
      "startTwoStepAction",
      "cancelTwoStepAction",
      "confirmTwoStepAction",
      "renewRecoveryCodesAction",
      "turnOffTwoStepAction",
      "endSessionAction",
      "endOtherSessionsAction",
      "sendVerificationAction",
    ],
  },
  {
    file: `${W}/customers/(list)/page.tsx`,
    kind: "member",
    permission: "customer:read",
    path: "/w/{tenant}/customers",
  },
  {
    file: `${W}/lookup/(search)/page.tsx`,
    kind: "member",
    permission: "card:open",
    path: "/w/{tenant}/lookup",
  },
  {
    file: `${W}/lookup/[customerId]/page.tsx`,
    kind: "member",
    permission: "card:open",
    path: "/w/{tenant}/lookup/{customerId}",
  },
  {
    file: `${W}/lookup/[customerId]/actions.ts`,
    kind: "actions",
    permission: "card:open",
    names: ["showPhoneAction"],
    fields: { customerId: "{customerId}", reason: "call_back" },
  },
  {
    file: `${W}/lookup/[customerId]/log/page.tsx`,
    kind: "member",
    permission: "contact:write",
    path: "/w/{tenant}/lookup/{customerId}/log",
  },
  {
    file: `${W}/lookup/[customerId]/thank/page.tsx`,
    kind: "member",
    permission: "contact:write",
    path: "/w/{tenant}/lookup/{customerId}/thank",
  },
  {
    file: `${W}/lookup/[customerId]/complaint/page.tsx`,
    kind: "member",
    permission: "contact:write",
    path: "/w/{tenant}/lookup/{customerId}/complaint",
  },
  {
    file: `${W}/data/complaints/[complaintId]/page.tsx`,
    kind: "member",
    permission: "complaint:read",
    path: "/w/{tenant}/data/complaints/{complaintId}",
  },
  {
    file: `${W}/lookup/[customerId]/log/actions.ts`,
    kind: "actions",
    permission: "contact:write",
    names: [
      ...["logContactAction", "logComplaintAction"],
      ...["thankCustomerAction", "takeBackComplaintAction", "takeBackContactAction"],
    ],
    fields: {
      ...{ customerId: "{customerId}", key: "0193b3a0-0000-7000-8000-000000000000" },
      ...{ kind: "service", channel: "phone", subject: "Asked for an invoice" },
      body: "A kind word",
    },
  },
  {
    file: `${W}/customers/[customerId]/page.tsx`,
    kind: "member",
    permission: "customer:read",
    path: "/w/{tenant}/customers/{customerId}",
  },
  {
    file: `${W}/customers/[customerId]/actions.ts`,
    kind: "actions",
    permission: "customer:write",
    names: ["recordConsentAction", "unmergeAction"],
    // No id of theirs: one of the two repeats itself. That a foreign customer and merge stay is tests/db/consents.test.ts and merges.test.ts.
    fields: {
      ...{ customerId: "{customerId}", purpose: "marketing", state: "given" },
      ...{ lawfulBasis: "consent", mergeId: "0193b3a0-0000-7000-8000-000000000000" },
    },
  },
  {
    file: `${W}/customers/duplicates/(list)/page.tsx`,
    kind: "member",
    permission: "customer:write",
    path: "/w/{tenant}/customers/duplicates",
  },
  {
    file: `${W}/customers/duplicates/[firstId]/[secondId]/page.tsx`,
    kind: "member",
    permission: "customer:write",
    path: "/w/{tenant}/customers/duplicates/{customerId}/{twinId}",
  },
  {
    file: `${W}/customers/duplicates/actions.ts`,
    kind: "actions",
    permission: "customer:write",
    names: ["mergeAction", "dismissAction"],
    fields: {
      ...{ firstId: "{customerId}", secondId: "{customerId}", survivorId: "{customerId}" },
    },
  },
  {
    file: `${W}/customers/attributes/page.tsx`,
    kind: "member",
    permission: "customer:write",
    path: "/w/{tenant}/customers/attributes",
  },
  {
    file: `${W}/customers/attributes/actions.ts`,
    kind: "actions",
    permission: "customer:write",
    names: ["chooseAttributeTypeAction", "markSensitiveAction"],
    fields: { name: "an attribute nobody has", type: "text", isSensitive: "yes" },
  },
  {
    file: `${W}/customers/export/purpose/page.tsx`,
    kind: "member",
    permission: "customer:export",
    path: "/w/{tenant}/customers/export/purpose",
  },
  {
    file: `${W}/customers/export/route.ts`,
    kind: "member",
    permission: "customer:export",
    path: "/w/{tenant}/customers/export",
  },
  {
    file: `${W}/search/route.ts`,
    kind: "member",
    permission: "customer:read",
    path: "/w/{tenant}/search?q=c",
  },
  {
    file: `${W}/views/actions.ts`,
    kind: "actions",
    names: [
      "saveViewAction",
      "updateViewAction",
      "renameViewAction",
      "shareViewAction",
      "deleteViewAction",
    ],
    permission: "view:write",
    fields: {
      list: "customers",
      name: "Two workspaces",
      was: "Two workspaces",
      query: "segment=at_risk",
      viewId: "0193b3a0-0000-7000-8000-000000000000",
    },
  },
  {
    file: `${W}/segments/page.tsx`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments",
  },
  {
    file: `${W}/segments/new/page.tsx`,
    kind: "member",
    permission: "segment:write",
    path: "/w/{tenant}/segments/new",
  },
  {
    file: `${W}/segments/[segmentId]/page.tsx`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/{segmentId}",
  },
  {
    file: `${W}/segments/[segmentId]/edit/page.tsx`,
    kind: "member",
    permission: "segment:write",
    path: "/w/{tenant}/segments/{segmentId}/edit",
  },
  {
    file: `${W}/segments/[segmentId]/members/export/route.ts`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/{segmentId}/members/export",
  },
  {
    file: `${W}/segments/export/route.ts`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/export",
  },
  {
    file: `${W}/segments/count/route.ts`,
    kind: "member",
    permission: "segment:write",
    path: "/w/{tenant}/segments/count",
    method: "POST",
  },
  {
    file: `${W}/segments/beside/route.ts`,
    kind: "member",
    permission: "segment:write",
    path: "/w/{tenant}/segments/beside",
    method: "POST",
  },
  {
    file: `${W}/segments/preview/route.ts`,
    kind: "member",
    permission: "segment:write",
    path: "/w/{tenant}/segments/preview",
    method: "POST",
  },
  {
    file: `${W}/segments/actions.ts`,
    kind: "actions",
    permission: "segment:write",
    names: [
      ...["createSegmentAction", "changeSegmentAction", "archiveSegmentAction"],
      ...["restoreSegmentAction", "deleteSegmentAction", "orderPrimaryAction"],
    ],
    // No rule and another version: one's own segment stays too. That a foreign one stays is tests/db/segments.test.ts.
    fields: { segmentId: "{segmentId}", segmentIds: "{segmentId}", version: "99", ranks: "1" },
  },
  {
    file: `${W}/evidence/actions.ts`,
    kind: "actions",
    permission: "evidence:write",
    names: ["linkEvidenceAction", "linkStatisticAction", "unlinkEvidenceAction"],
    fields: {
      ...{ subject: "claim", subjectId: "{claimId}", source: "interview", stance: "supports" },
      ...{ sourceId: "{interviewId}", evidenceId: "{evidenceId}", label: "any", n: "10" },
      ...{ href: "/w/{tenant}/value", value: "3", datedOn: "2026-01-31" },
    },
  },
  {
    file: `${W}/evidence/files/route.ts`,
    kind: "member",
    permission: "evidence:write",
    path: "/w/{tenant}/evidence/files",
    method: "POST",
  },
  {
    file: `${W}/evidence/files/[fileId]/route.ts`,
    kind: "member",
    permission: "evidence:read",
    path: "/w/{tenant}/evidence/files/{fileId}",
  },
  {
    file: `${W}/evidence/export/route.ts`,
    kind: "member",
    // Also customer:export, which everybody with this has.
    permission: "evidence:read",
    path: "/w/{tenant}/evidence/export",
  },
  {
    file: `${W}/personae/interviews/export/route.ts`,
    kind: "member",
    // Also customer:export, which everybody with this has.
    permission: "evidence:read",
    path: "/w/{tenant}/personae/interviews/export",
  },
  {
    file: `${W}/personae/(board)/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae",
  },
  {
    file: `${W}/personae/new/page.tsx`,
    kind: "member",
    permission: "persona:write",
    path: "/w/{tenant}/personae/new",
  },
  {
    file: `${W}/personae/export/route.ts`,
    kind: "member",
    // Also customer:export, which everybody with this has.
    permission: "persona:read",
    path: "/w/{tenant}/personae/export",
  },
  {
    file: `${W}/personae/compare/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/compare?id={personaId}",
  },
  {
    file: `${W}/personae/print/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/print?id={personaId}",
  },
  {
    file: `${W}/personae/[personaId]/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/{personaId}",
  },
  {
    file: `${W}/personae/[personaId]/evidence/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/{personaId}/evidence",
  },
  {
    file: `${W}/personae/[personaId]/value/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/{personaId}/value",
  },
  {
    file: `${W}/personae/[personaId]/voice/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/{personaId}/voice",
  },
  {
    file: `${W}/personae/[personaId]/edit/page.tsx`,
    kind: "member",
    permission: "persona:write",
    path: "/w/{tenant}/personae/{personaId}/edit",
  },
  {
    file: `${W}/personae/[personaId]/claims/[claimId]/page.tsx`,
    kind: "member",
    permission: "persona:write",
    path: "/w/{tenant}/personae/{personaId}/claims/{claimId}",
  },
  {
    file: `${W}/personae/[personaId]/stages/export/route.ts`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/{personaId}/stages/export",
  },
  {
    file: `${W}/personae/actions.ts`,
    kind: "actions",
    permission: "persona:write",
    names: [
      ...["createPersonaAction", "changePersonaAction", "setStagesAction"],
      ...["archivePersonaAction", "restorePersonaAction", "deletePersonaAction"],
      ...["addClaimAction", "changeClaimAction", "reviewClaimAction", "removeClaimAction"],
    ],
    fields: {
      ...{ personaId: "{personaId}", claimId: "{claimId}", segmentId: "{segmentId}" },
      ...{ version: "1", name: "A new name", statement: "any", confidence: "low" },
      expiresOn: "2099-01-31",
    },
  },
  {
    file: `${W}/personae/interviews/(list)/page.tsx`,
    kind: "member",
    permission: "evidence:read",
    path: "/w/{tenant}/personae/interviews",
  },
  {
    file: `${W}/personae/interviews/new/page.tsx`,
    kind: "member",
    permission: "evidence:write",
    path: "/w/{tenant}/personae/interviews/new",
  },
  {
    file: `${W}/personae/interviews/[interviewId]/page.tsx`,
    kind: "member",
    permission: "evidence:read",
    path: "/w/{tenant}/personae/interviews/{interviewId}",
  },
  {
    file: `${W}/personae/interviews/[interviewId]/edit/page.tsx`,
    kind: "member",
    permission: "evidence:write",
    path: "/w/{tenant}/personae/interviews/{interviewId}/edit",
  },
  {
    file: `${W}/personae/interviews/actions.ts`,
    kind: "actions",
    permission: "evidence:write",
    names: [
      ...["recordInterviewAction", "changeInterviewAction"],
      ...["deleteInterviewAction", "cutEvidenceAction"],
    ],
    fields: {
      ...{ interviewId: "{interviewId}", version: "1", title: "any", notes: "any" },
      ...{ heldOn: "2026-01-31", segmentId: "{segmentId}", target: "claim.{claimId}" },
      excerpt: "any",
    },
  },
  {
    file: `${W}/personae/spectrum/page.tsx`,
    kind: "member",
    permission: "persona:read",
    path: "/w/{tenant}/personae/spectrum",
  },
  {
    file: `${W}/personae/spectrum/actions.ts`,
    kind: "actions",
    permission: "persona:write",
    names: [
      ...["adoptStagesAction", "addStageAction", "changeStageAction"],
      ...["moveStageAction", "archiveStageAction", "restoreStageAction"],
    ],
    // No id of theirs: two need none. That a foreign stage stays is tests/db/experience.test.ts.
    fields: {
      ...{ stageId: "0193b3a0-0000-7000-8000-000000000000", was: "any", name: "A new stage" },
      to: "later",
    },
  },
  {
    file: `${W}/listening/page.tsx`,
    kind: "member",
    permission: "signal:read",
    path: "/w/{tenant}/listening",
  },
  {
    file: `${W}/listening/export/route.ts`,
    kind: "member",
    permission: "customer:export",
    path: "/w/{tenant}/listening/export",
  },
  {
    file: `${W}/data/imports/export/route.ts`,
    kind: "member",
    // Also customer:export, which everybody with this has.
    permission: "import:read",
    path: "/w/{tenant}/data/imports/export",
  },
  {
    file: `${W}/data/records/[kind]/(list)/page.tsx`,
    kind: "member",
    permission: "interaction:read",
    path: "/w/{tenant}/data/records/interactions",
  },
  {
    file: `${W}/data/records/[kind]/export/route.ts`,
    kind: "member",
    // Also customer:export, which everybody with this has.
    permission: "interaction:read",
    path: "/w/{tenant}/data/records/interactions/export",
  },
  {
    file: `${W}/value/export/[table]/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/export/segments",
  },
  {
    file: `${W}/data/sources/export/route.ts`,
    kind: "member",
    permission: "source:read",
    path: "/w/{tenant}/data/sources/export",
  },
  {
    file: `${W}/settings/departments/export/route.ts`,
    kind: "member",
    permission: "customer:export",
    path: "/w/{tenant}/settings/departments/export",
  },
  {
    file: `${W}/settings/members/export/route.ts`,
    kind: "member",
    permission: "member:read",
    path: "/w/{tenant}/settings/members/export",
  },
  {
    file: `${W}/settings/api-keys/export/route.ts`,
    kind: "member",
    permission: "api_key:write",
    path: "/w/{tenant}/settings/api-keys/export",
  },
  {
    file: `${W}/settings/webhooks/[endpointId]/export/route.ts`,
    kind: "member",
    permission: "webhook:write",
    path: "/w/{tenant}/settings/webhooks/{endpointId}/export",
  },
  {
    file: `${W}/customers/duplicates/export/route.ts`,
    kind: "member",
    permission: "customer:write",
    path: "/w/{tenant}/customers/duplicates/export",
  },
  { file: `${W}/data/page.tsx`, kind: "member", permission: null, path: "/w/{tenant}/data" },
  {
    file: `${W}/data/imports/(list)/page.tsx`,
    kind: "member",
    permission: "import:read",
    path: "/w/{tenant}/data/imports",
  },
  {
    file: `${W}/data/imports/new/page.tsx`,
    kind: "member",
    permission: "import:write",
    path: "/w/{tenant}/data/imports/new",
  },
  {
    file: `${W}/data/imports/upload/route.ts`,
    kind: "member",
    permission: "import:write",
    path: "/w/{tenant}/data/imports/upload",
    method: "POST",
  },
  {
    file: `${W}/data/imports/preview/route.ts`,
    kind: "member",
    permission: "import:write",
    path: "/w/{tenant}/data/imports/preview",
    method: "POST",
  },
  {
    file: `${W}/data/sources/(list)/page.tsx`,
    kind: "member",
    permission: "source:read",
    path: "/w/{tenant}/data/sources",
  },
  {
    file: `${W}/data/sources/new/page.tsx`,
    kind: "member",
    permission: "source:write",
    path: "/w/{tenant}/data/sources/new",
  },
  {
    file: `${W}/data/sources/[sourceId]/page.tsx`,
    kind: "member",
    permission: "source:read",
    path: "/w/{tenant}/data/sources/{sourceId}",
  },
  {
    file: `${W}/data/sources/[sourceId]/fetch/page.tsx`,
    kind: "member",
    permission: "source:write",
    path: "/w/{tenant}/data/sources/{sourceId}/fetch",
  },
  {
    file: `${W}/data/sources/[sourceId]/fetch/actions.ts`,
    kind: "actions",
    permission: "source:write",
    names: ["setFetchAction", "askFetchAction", "stopFetchAction"],
    fields: {
      sourceId: "{sourceId}",
      url: "https://hooks.example.com/answers.csv",
      kind: "signals",
    },
  },
  {
    file: `${W}/data/sources/actions.ts`,
    kind: "actions",
    permission: "source:write",
    names: [
      "createSourceAction",
      "renameSourceAction",
      "describeSourceAction",
      "markSourceUsedAction",
      "archiveSourceAction",
      "restoreSourceAction",
    ],
    fields: {
      sourceId: "{sourceId}",
      version: "1",
      was: "any",
      name: "A new name",
      kind: "survey",
      refreshRhythm: "weekly",
      ownerDepartmentId: "{departmentId}",
      usedOn: "2026-01-31",
    },
  },
  {
    file: `${W}/data/imports/new/actions.ts`,
    kind: "actions",
    permission: "import:write",
    names: ["forgetMappingAction"],
    isRepeatable: true,
    fields: { mappingId: "0193b3a0-0000-7000-8000-000000000000" },
  },
  {
    file: `${W}/data/imports/[importId]/page.tsx`,
    kind: "member",
    permission: "import:read",
    path: "/w/{tenant}/data/imports/{importId}",
  },
  {
    file: `${W}/data/imports/[importId]/mapping/page.tsx`,
    kind: "member",
    permission: "import:write",
    path: "/w/{tenant}/data/imports/{importId}/mapping",
  },
  {
    file: `${W}/data/imports/[importId]/mapping/actions.ts`,
    kind: "actions",
    permission: "import:write",
    names: ["reviseImportAction"],
    fields: { importId: "{importId}", kind: "orders", dryRun: "true" },
  },
  {
    file: `${W}/data/imports/[importId]/head/route.ts`,
    kind: "member",
    permission: "import:write",
    path: "/w/{tenant}/data/imports/{importId}/head",
  },
  {
    file: `${W}/data/imports/[importId]/progress/route.ts`,
    kind: "member",
    permission: "import:read",
    path: "/w/{tenant}/data/imports/{importId}/progress",
  },
  {
    file: `${W}/data/imports/[importId]/rejects.csv/route.ts`,
    kind: "member",
    permission: "import:read",
    path: "/w/{tenant}/data/imports/{importId}/rejects.csv",
  },
  {
    file: `${W}/data/imports/[importId]/kept.csv/route.ts`,
    kind: "member",
    permission: "import:read",
    path: "/w/{tenant}/data/imports/{importId}/kept.csv",
  },
  {
    file: `${W}/data/imports/[importId]/actions.ts`,
    kind: "actions",
    permission: "import:write",
    names: ["commitImportAction", "undoImportAction"],
    fields: { importId: "{importId}" },
  },
  {
    file: `${W}/settings/page.tsx`,
    kind: "member",
    permission: "workspace:read",
    path: "/w/{tenant}/settings",
  },
  {
    file: `${W}/settings/actions.ts`,
    kind: "actions",
    permission: "workspace:write",
    names: ["renameWorkspaceAction", "setCurrencyAction", "setFormatsAction", "setRatesAction"],
    isRepeatable: true,
    fields: {
      ...{ version: "any", name: "Another name", currency: "EUR" },
      ...{ timeZone: "UTC", locale: "en" },
      ...{ marginPercent: "40", costPerOrder: "2", costPerReturn: "" },
      ...{ contact_phone: "4.50", contact_email: "", contact_chat: "", contact_post: "" },
      ...{ contact_face_to_face: "", contact_social: "" },
    },
  },
  {
    file: `${W}/settings/retention/actions.ts`,
    kind: "actions",
    permission: "retention:write",
    names: ["setRetentionAction"],
    isRepeatable: true,
    fields: { version: "any", auditDays: "730", rejectDays: "30" },
  },
  {
    file: `${W}/settings/calendar/page.tsx`,
    kind: "member",
    permission: "workspace:read",
    path: "/w/{tenant}/settings/calendar",
  },
  {
    file: `${W}/settings/calendar/actions.ts`,
    kind: "actions",
    permission: "workspace:write",
    names: ["setCalendarAction"],
    isRepeatable: true,
    fields: {
      ...{ version: "any", validFromOn: "2099-01-01", exceptions: "", monday: "9–17" },
      ...{ tuesday: "", wednesday: "", thursday: "", friday: "", saturday: "", sunday: "" },
    },
  },
  {
    file: `${W}/settings/api-keys/page.tsx`,
    kind: "member",
    permission: "api_key:write",
    path: "/w/{tenant}/settings/api-keys",
  },
  {
    file: `${W}/settings/api-keys/actions.ts`,
    kind: "actions",
    permission: "api_key:write",
    names: ["createApiKeyAction", "revokeApiKeyAction"],
    // No id of theirs: one of the two makes a key of one's own. That a foreign key stays is tests/db/api-keys.test.ts.
    fields: {
      ...{ name: "Test", expiry: "30", "scope orders:read": "on" },
      keyId: "0193b3a0-0000-7000-8000-000000000000",
    },
  },
  {
    file: `${W}/settings/webhooks/page.tsx`,
    kind: "member",
    permission: "webhook:write",
    path: "/w/{tenant}/settings/webhooks",
  },
  {
    file: `${W}/settings/webhooks/[endpointId]/page.tsx`,
    kind: "member",
    permission: "webhook:write",
    path: "/w/{tenant}/settings/webhooks/{endpointId}",
  },
  {
    file: `${W}/settings/webhooks/hooks/[hookId]/page.tsx`,
    kind: "member",
    permission: "webhook:write",
    path: "/w/{tenant}/settings/webhooks/hooks/{hookId}",
  },
  {
    file: `${W}/settings/webhooks/actions.ts`,
    kind: "actions",
    permission: "webhook:write",
    names: [
      "createEndpointAction",
      "changeEndpointAction",
      "rotateEndpointSecretAction",
      "switchEndpointAction",
      "deleteEndpointAction",
      "replayDeliveryAction",
      "createHookAction",
      "rotateHookSecretAction",
      "switchHookAction",
      "deleteHookAction",
    ],
    // No id of theirs: two of them make something of one's own. Foreign ids: tests/db/webhooks-out.test.ts, webhooks-in.
    fields: {
      ...{ url: "https://hooks.example.com/in", "events[]": "import.finished", to: "off" },
      ...{ name: "Test", kind: "signals", format: "items" },
      endpointId: "0193b3a0-0000-7000-8000-000000000000",
      deliveryId: "0193b3a0-0000-7000-8000-000000000000",
      hookId: "0193b3a0-0000-7000-8000-000000000000",
    },
  },
  {
    file: `${W}/settings/audit/page.tsx`,
    kind: "member",
    permission: "audit:read",
    path: "/w/{tenant}/settings/audit",
  },
  {
    file: `${W}/settings/audit/export/route.ts`,
    kind: "member",
    permission: "audit:export",
    path: "/w/{tenant}/settings/audit/export",
  },
  {
    file: `${W}/settings/members/page.tsx`,
    kind: "member",
    permission: "member:read",
    path: "/w/{tenant}/settings/members",
  },
  {
    file: `${W}/settings/members/invite/page.tsx`,
    kind: "member",
    permission: "member:write",
    path: "/w/{tenant}/settings/members/invite",
  },
  {
    file: `${W}/settings/members/[memberId]/page.tsx`,
    kind: "member",
    permission: "member:read",
    path: "/w/{tenant}/settings/members/{memberId}",
  },
  {
    file: `${W}/settings/members/actions.ts`,
    kind: "actions",
    permission: "member:write",
    names: [
      "inviteMembersAction",
      "renewInvitationAction",
      "revokeInvitationAction",
      "changeRoleAction",
      "deactivateMemberAction",
      "reactivateMemberAction",
      "transferOwnershipAction",
    ],
    fields: {
      memberId: "{memberId}",
      invitationId: "{invitationId}",
      version: "1",
      role: "auditor",
      ownRole: "auditor",
      workspaceName: "{workspaceName}",
      emails: "new-person@example.com",
      "departmentIds[]": "{departmentId}",
    },
  },
  {
    file: `${W}/needs/(list)/page.tsx`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs",
  },
  {
    file: `${W}/needs/new/page.tsx`,
    kind: "member",
    permission: "need:write",
    path: "/w/{tenant}/needs/new",
  },
  {
    file: `${W}/needs/[needId]/page.tsx`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/{needId}",
  },
  {
    file: `${W}/needs/landscape/page.tsx`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/landscape",
  },
  {
    file: `${W}/needs/compare/page.tsx`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/compare",
  },
  {
    file: `${W}/needs/questions/page.tsx`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/questions",
  },
  {
    file: `${W}/needs/export/route.ts`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/export",
  },
  {
    file: `${W}/needs/compare/export/route.ts`,
    kind: "member",
    permission: "need:read",
    path: "/w/{tenant}/needs/compare/export",
  },
  {
    file: `${W}/needs/actions.ts`,
    kind: "actions",
    permission: "need:write",
    names: [
      "createNeedAction",
      "changeNeedAction",
      "archiveNeedAction",
      "restoreNeedAction",
      "deleteNeedAction",
      "mapQuestionAction",
      "unmapQuestionAction",
      "rateNeedAction",
      "removeRatingAction",
    ],
    fields: {
      needId: "{needId}",
      version: "1",
      statement: "Somebody calls before they come",
      kind: "functional",
      segmentId: "",
      note: "",
      picked: "{sourceId}.Asked",
      aspect: "importance",
      mappingId: "{needId}",
      ratingId: "{needId}",
      n: "10",
      top2: "5",
      mean: "",
      reportedIn: "A report",
      askedOn: "2026-01-02",
    },
  },
  {
    file: `${W}/settings/departments/page.tsx`,
    kind: "member",
    permission: "department:read",
    path: "/w/{tenant}/settings/departments",
  },
  {
    file: `${W}/settings/departments/new/page.tsx`,
    kind: "member",
    permission: "department:write",
    path: "/w/{tenant}/settings/departments/new",
  },
  {
    file: `${W}/settings/departments/[departmentId]/page.tsx`,
    kind: "member",
    permission: "department:read",
    path: "/w/{tenant}/settings/departments/{departmentId}",
  },
  {
    file: `${W}/settings/departments/actions.ts`,
    kind: "actions",
    permission: "department:write",
    names: [
      "createDepartmentAction",
      "renameDepartmentAction",
      "moveDepartmentAction",
      "setHeadAction",
      "addToDepartmentAction",
      "removeFromDepartmentAction",
      "changeDepartmentsAction",
      "archiveDepartmentAction",
      "restoreDepartmentAction",
    ],
    fields: {
      departmentId: "{departmentId}",
      memberId: "{memberId}",
      version: "1",
      was: "any",
      name: "A new name",
      parentId: "{departmentId}",
      headId: "{memberId}",
      "departmentIds[]": "{departmentId}",
    },
  },
  {
    file: `${W}/value/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value",
  },
  {
    file: `${W}/value/rfm/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/rfm",
  },
  {
    file: `${W}/value/cohorts/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/cohorts",
  },
  {
    file: `${W}/value/trend/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/trend",
  },
  {
    file: `${W}/value/policy/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/policy",
  },
  {
    file: `${W}/value/policy/actions.ts`,
    kind: "actions",
    permission: "value:write",
    names: ["savePolicyAction", "undoPolicyAction"],
    fields: { version: "0" },
  },
  {
    file: `${W}/value/policy/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/policy/export",
  },
  {
    file: `${W}/value/bridge/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/bridge",
  },
  {
    file: `${W}/value/bridge/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/bridge/export",
  },
  {
    file: `${W}/value/migration/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/migration",
  },
  {
    file: `${W}/value/forecast/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/forecast",
  },
  {
    file: `${W}/value/segments/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/segments",
  },
  {
    file: `${W}/value/migration/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/migration/export",
  },
  {
    file: `${W}/value/forecast/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/forecast/export",
  },
  {
    file: `${W}/value/segments/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/segments/export",
  },
  {
    file: `${W}/value/watchlist/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/watchlist",
  },
  {
    file: `${W}/value/watchlist/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/watchlist/export",
  },
  {
    file: `${W}/value/watchlist/assign/page.tsx`,
    kind: "member",
    permission: "defection:write",
    path: "/w/{tenant}/value/watchlist/assign?ids={customerId}",
  },
  {
    file: `${W}/value/watchlist/calibration/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/watchlist/calibration",
  },
  {
    file: `${W}/value/watchlist/calibration/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/watchlist/calibration/export",
  },
  {
    file: `${W}/value/watchlist/[customerId]/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/watchlist/{customerId}",
  },
  {
    file: `${W}/value/watchlist/actions.ts`,
    kind: "actions",
    permission: "defection:write",
    names: [
      "openCaseAction",
      "changeCaseAction",
      "closeCaseAction",
      "reopenCaseAction",
      "assignCasesAction",
    ],
    fields: {
      ...{
        customerId: "{customerId}",
        customerIds: "{customerId}",
        caseId: "{caseId}",
        version: "1",
      },
      ...{ responsibleId: "{memberId}", nextStep: "Call", dueOn: "2026-12-01", outcome: "saved" },
    },
  },
  {
    file: `${W}/value/runs/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/runs",
  },
  {
    file: `${W}/value/runs/new/page.tsx`,
    kind: "member",
    permission: "value:write",
    path: "/w/{tenant}/value/runs/new",
  },
  {
    file: `${W}/value/help/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/help",
  },
  {
    file: `${W}/value/runs/[runId]/page.tsx`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/runs/{runId}",
  },
  {
    file: `${W}/value/runs/[runId]/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/runs/{runId}/export",
  },
  {
    file: `${W}/value/movement/export/route.ts`,
    kind: "member",
    permission: "value:read",
    path: "/w/{tenant}/value/movement/export",
  },
  {
    file: `${W}/value/runs/actions.ts`,
    kind: "actions",
    permission: "value:write",
    names: ["startRunAction", "stopRunAction"],
    fields: {
      runId: "{runId}",
      ...{ model: "historic", cutoffOn: "", horizonMonths: "36" },
      ...{ discountPercent: "10", valueAs: "workspace" },
      ...{ firstFrom: "", firstUntil: "", channel: "", attribute: "", attributeValue: "" },
    },
  },
  {
    file: `${W}/value/actions.ts`,
    kind: "actions",
    permission: "value:write",
    names: ["setAsOfAction", "computeAgainAction"],
    isRepeatable: true,
    fields: { asOfOn: "2026-01-31" },
  },

  {
    file: `${API}/order-lines/route.ts`,
    kind: "api",
    permission: "order:read",
    answers: "list",
    path: "/api/v1/order-lines",
  },
  ...resourceRows("customers", "customer", "external:{externalId}", { name: "Written" }),
  ...resourceRows("orders", "order", "{customerId}", {
    ...{ customerExternalId: "W-1", orderedOn: "2026-01-02", amountMinor: 100 },
  }),
  ...resourceRows("subscriptions", "subscription", "{customerId}", {
    ...{ customerExternalId: "W-1", startedOn: "2026-01-02" },
  }),
  ...resourceRows("signals", "signal", "{customerId}", { occurredOn: "2026-01-02", body: "Good" }),
  ...resourceRows("interactions", "interaction", "{customerId}", { occurredOn: "2026-01-02" }),
  ...resourceRows("complaints", "complaint", "{customerId}", { receivedOn: "2026-01-02" }),
  {
    file: `${API}/hooks/[id]/route.ts`,
    kind: "public",
    reason: "a signed message names its hook; tests/db/webhooks-in.test.ts",
  },
  {
    file: `${API}/[[...path]]/route.ts`,
    kind: "public",
    reason: "says that the API has nothing there",
  },
  {
    file: `${API}/departments/route.ts`,
    kind: "api",
    permission: "department:read",
    path: "/api/v1/departments",
    answers: "list",
  },
  {
    file: `${API}/departments/[id]/route.ts`,
    kind: "api",
    permission: "department:read",
    path: "/api/v1/departments/{departmentId}",
    answers: "refused",
  },
  {
    file: `${API}/needs/route.ts`,
    kind: "api",
    permission: "need:read",
    path: "/api/v1/needs",
    answers: "list",
  },
  {
    file: `${API}/needs/[id]/route.ts`,
    kind: "api",
    permission: "need:read",
    path: "/api/v1/needs/{needId}",
    answers: "refused",
  },
  {
    file: `${API}/segments/route.ts`,
    kind: "api",
    permission: "segment:read",
    path: "/api/v1/segments",
    answers: "list",
  },
  {
    file: `${API}/segments/[id]/route.ts`,
    kind: "api",
    permission: "segment:read",
    path: "/api/v1/segments/{segmentId}",
    answers: "refused",
  },
  {
    file: `${API}/segments/[id]/members/route.ts`,
    kind: "api",
    permission: "segment:read",
    path: "/api/v1/segments/{segmentId}/members",
    asks: "order:read",
    answers: "refused",
  },
  {
    file: `${API}/interviews/route.ts`,
    kind: "api",
    permission: "evidence:read",
    path: "/api/v1/interviews",
    answers: "list",
  },
  {
    file: `${API}/interviews/[id]/route.ts`,
    kind: "api",
    permission: "evidence:read",
    path: "/api/v1/interviews/{interviewId}",
    answers: "refused",
  },
  {
    file: `${API}/evidence/route.ts`,
    kind: "api",
    permission: "evidence:read",
    path: "/api/v1/evidence",
    answers: "list",
  },
  {
    file: `${API}/evidence/[id]/route.ts`,
    kind: "api",
    permission: "evidence:read",
    path: "/api/v1/evidence/{evidenceId}",
    answers: "refused",
  },
  {
    file: `${API}/personae/route.ts`,
    kind: "api",
    permission: "persona:read",
    path: "/api/v1/personae",
    answers: "list",
  },
  {
    file: `${API}/personae/[id]/route.ts`,
    kind: "api",
    permission: "persona:read",
    path: "/api/v1/personae/{personaId}",
    answers: "refused",
  },
  {
    file: `${API}/personae/[id]/claims/route.ts`,
    kind: "api",
    permission: "persona:write",
    path: "/api/v1/personae/{personaId}/claims",
    method: "POST",
    body: { statement: "any" },
    answers: "refused",
  },
  {
    file: `${API}/clv/runs/route.ts`,
    kind: "api",
    permission: "value:write",
    path: "/api/v1/clv/runs",
    method: "POST",
    body: { model: "historic" },
    answers: "written",
  },
  {
    file: `${API}/clv/runs/[id]/route.ts`,
    kind: "api",
    permission: "value:read",
    path: "/api/v1/clv/runs/{runId}",
    answers: "refused",
  },
  {
    file: `${API}/clv/runs/[id]/stop/route.ts`,
    kind: "api",
    permission: "value:write",
    path: "/api/v1/clv/runs/{runId}/stop",
    method: "POST",
    answers: "refused",
  },
  {
    file: `${API}/clv/runs/[id]/scores/route.ts`,
    kind: "api",
    permission: "value:read",
    path: "/api/v1/clv/runs/{runId}/scores",
    answers: "refused",
  },
  {
    file: `${API}/clv/watchlist/route.ts`,
    kind: "api",
    permission: "value:read",
    path: "/api/v1/clv/watchlist",
    answers: "list",
  },
  {
    file: `${API}/customers/[id]/value/route.ts`,
    kind: "api",
    permission: "value:read",
    path: "/api/v1/customers/{customerId}/value",
    answers: "refused",
  },
  {
    file: `${API}/departments/named/[name]/route.ts`,
    kind: "api",
    permission: "department:write",
    path: "/api/v1/departments/named/Written",
    method: "PUT",
    body: { parent: null },
    answers: "written",
  },
  {
    file: `${API}/openapi.json/route.ts`,
    kind: "public",
    reason: "the document of the API, the same for everybody",
  },
  {
    file: `${API}/imports/route.ts`,
    kind: "api",
    permission: "import:read",
    path: "/api/v1/imports",
    answers: "list",
  },
  {
    file: `${API}/imports/[id]/route.ts`,
    kind: "api",
    permission: "import:read",
    path: "/api/v1/imports/{importId}",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/rejects/route.ts`,
    kind: "api",
    permission: "import:read",
    path: "/api/v1/imports/{importId}/rejects",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/commit/route.ts`,
    kind: "api",
    permission: "import:write",
    path: "/api/v1/imports/{importId}/commit",
    method: "POST",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/undo/route.ts`,
    kind: "api",
    permission: "import:write",
    path: "/api/v1/imports/{importId}/undo",
    method: "POST",
    answers: "refused",
  },
  {
    file: `${API}/imports/[id]/kept/route.ts`,
    kind: "api",
    permission: "import:read",
    path: "/api/v1/imports/{importId}/kept",
    answers: "refused",
  },
  {
    file: `${W}/segments/suggested/page.tsx`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/suggested",
  },
  {
    file: `${W}/segments/suggested/actions.ts`,
    kind: "actions",
    permission: "segment:write",
    names: ["askSuggestionsAction", "acceptSuggestionAction"],
    fields: { key: "group-1", computedAt: "2026-01-02T00:00:00.000Z", name: "Group" },
  },
  {
    file: `${W}/segments/targeting/page.tsx`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/targeting",
  },
  {
    file: `${W}/segments/targeting/[segmentId]/page.tsx`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/targeting/{segmentId}",
  },
  {
    file: `${W}/segments/targeting/export/route.ts`,
    kind: "member",
    permission: "segment:read",
    path: "/w/{tenant}/segments/targeting/export",
  },
  {
    file: `${W}/segments/targeting/actions.ts`,
    kind: "actions",
    permission: "segment:write",
    names: ["judgeTargetAction", "rankTargetAction", "declineTargetAction", "setWeightsAction"],
    fields: { segmentId: "{segmentId}", version: "0", fit: "3", notWhy: "Not now" },
  },
  {
    file: `${W}/segments/[segmentId]/actions.ts`,
    kind: "actions",
    permission: "segment:write",
    names: ["leaveListAction"],
    fields: { segmentId: "{segmentId}", customerId: "{customerId}" },
  },
];

/** The four routes of a resource of the API: its list, one of it, and the two that write. */
function resourceRows(
  name: string,
  singular: "customer" | "order" | "subscription" | "signal" | "interaction" | "complaint",
  ref: string,
  item: object,
): RouteRow[] {
  const base = `/api/v1/${name}`;
  const read = { kind: "api", permission: `${singular}:read` } as const;
  const write = { kind: "api", permission: `${singular}:write`, answers: "written" } as const;
  const items = [{ ...item, externalId: "W-2" }];
  return [
    { ...read, file: `${API}/${name}/route.ts`, path: base, answers: "list" },
    { ...read, file: `${API}/${name}/[id]/route.ts`, path: `${base}/${ref}`, answers: "refused" },
    {
      ...{ ...write, file: `${API}/${name}/external/[externalId]/route.ts`, method: "PUT" },
      ...{ path: `${base}/external/W-1`, body: item },
    },
    {
      ...{ ...write, file: `${API}/${name}/bulk/route.ts`, method: "POST" },
      ...{ path: `${base}/bulk`, body: { items } },
    },
  ];
}
