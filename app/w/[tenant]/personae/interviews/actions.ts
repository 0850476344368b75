"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  BringBackInterview,
  bringBackInterview,
  ChangeInterview,
  CutEvidence,
  changeInterview,
  cutEvidence,
  DeleteInterview,
  deleteInterview,
  RecordInterview,
  recordInterview,
} from "#lib/interviews/index.ts";

/** Keep the notes of a talk and go there. */
export const recordInterviewAction = tenantAction({
  permission: "evidence:write",
  input: RecordInterview,
  run: recordInterview,
  after: toInterview,
});

/** Change the notes of a talk. */
export const changeInterviewAction = tenantAction({
  permission: "evidence:write",
  input: ChangeInterview,
  run: changeInterview,
  after: toInterview,
});

/** Delete an interview and what was cut out of it. */
export const deleteInterviewAction = tenantAction({
  permission: "evidence:write",
  input: DeleteInterview,
  run: deleteInterview,
  after: (session) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/personae/interviews`);
  },
});

/** Bring back an interview that was deleted lately. */
export const bringBackInterviewAction = tenantAction({
  permission: "evidence:write",
  input: BringBackInterview,
  run: bringBackInterview,
  after: refresh,
});

/** Make a stretch of the notes evidence. */
export const cutEvidenceAction = tenantAction({
  permission: "evidence:write",
  input: CutEvidence,
  run: cutEvidence,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}`, "layout");
}

function toInterview(session: MemberSession, { id }: { id: string }): never {
  refresh(session);
  redirect(`/w/${session.workspace.slug}/personae/interviews/${id}`);
}
