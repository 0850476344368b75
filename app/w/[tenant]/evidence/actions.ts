"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  LinkEvidence,
  LinkStatistic,
  linkEvidence,
  linkStatistic,
  UnlinkEvidence,
  unlinkEvidence,
} from "#lib/evidence/index.ts";

/** Make something that is there speak for or against something. */
export const linkEvidenceAction = tenantAction({
  permission: "evidence:write",
  input: LinkEvidence,
  run: linkEvidence,
  after: refresh,
});

/** Keep a number as evidence. */
export const linkStatisticAction = tenantAction({
  permission: "evidence:write",
  input: LinkStatistic,
  run: linkStatistic,
  after: refresh,
});

/** Take a piece of evidence away. */
export const unlinkEvidenceAction = tenantAction({
  permission: "evidence:write",
  input: UnlinkEvidence,
  run: unlinkEvidence,
  after: refresh,
});

/** Evidence is shown on pages of several kinds. */
function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}`, "layout");
}
