"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  AddClaim,
  addClaim,
  archivePersona,
  BringBackClaim,
  BringBackPersona,
  bringBackClaim,
  bringBackPersona,
  ChangeClaim,
  ChangePersona,
  CreatePersona,
  changeClaim,
  changePersona,
  createPersona,
  deletePersona,
  ReviewClaim,
  removeClaim,
  restorePersona,
  reviewClaim,
  SeenClaim,
  SeenPersona,
  SetStages,
  setStages,
} from "#lib/personae/index.ts";

/** Make a persona and go there. */
export const createPersonaAction = tenantAction({
  permission: "persona:write",
  input: CreatePersona,
  run: createPersona,
  after: toPersona,
});

/** Change what a persona says. */
export const changePersonaAction = tenantAction({
  permission: "persona:write",
  input: ChangePersona,
  run: changePersona,
  after: toPersona,
});

/** Say what a persona lives through. */
export const setStagesAction = tenantAction({
  permission: "persona:write",
  input: SetStages,
  run: setStages,
  after: toPersona,
});

/** Put a persona away. */
export const archivePersonaAction = tenantAction({
  permission: "persona:write",
  input: SeenPersona,
  run: archivePersona,
  after: toBoard,
});

/** Bring an archived persona back. */
export const restorePersonaAction = tenantAction({
  permission: "persona:write",
  input: SeenPersona,
  run: restorePersona,
  after: toBoard,
});

/** Delete an archived persona. */
export const deletePersonaAction = tenantAction({
  permission: "persona:write",
  input: SeenPersona,
  run: deletePersona,
  after: toBoard,
});

/** Bring back a persona that was deleted lately. */
export const bringBackPersonaAction = tenantAction({
  permission: "persona:write",
  input: BringBackPersona,
  run: bringBackPersona,
  after: refresh,
});

/** Say something more of a persona. */
export const addClaimAction = tenantAction({
  permission: "persona:write",
  input: AddClaim,
  run: addClaim,
  after: refresh,
});

/** Change a claim. */
export const changeClaimAction = tenantAction({
  permission: "persona:write",
  input: ChangeClaim,
  run: changeClaim,
  after: toItsPersona,
});

/** Say that a claim still holds. */
export const reviewClaimAction = tenantAction({
  permission: "persona:write",
  input: ReviewClaim,
  run: (tx, session, input) => reviewClaim(tx, session, input),
  after: toItsPersona,
});

/** Take a claim away. */
export const removeClaimAction = tenantAction({
  permission: "persona:write",
  input: SeenClaim,
  run: removeClaim,
  after: toItsPersona,
});

/** Bring back a claim that was removed lately. */
export const bringBackClaimAction = tenantAction({
  permission: "persona:write",
  input: BringBackClaim,
  run: bringBackClaim,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/personae`, "layout");
}

function toPersona(session: MemberSession, { id }: { id: string }): never {
  refresh(session);
  redirect(`/w/${session.workspace.slug}/personae/${id}`);
}

function toItsPersona(session: MemberSession, { personaId }: { personaId: string }): never {
  return toPersona(session, { id: personaId });
}

function toBoard(session: MemberSession): never {
  refresh(session);
  redirect(`/w/${session.workspace.slug}/personae`);
}
