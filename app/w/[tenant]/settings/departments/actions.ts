"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  addToDepartment,
  archiveDepartment,
  CreateDepartment,
  createDepartment,
  DepartmentMember,
  MoveDepartment,
  moveDepartment,
  RenameDepartment,
  removeFromDepartment,
  renameDepartment,
  restoreDepartment,
  SeenDepartment,
  SetHead,
  setHead,
} from "#lib/departments/index.ts";
import { ChangeDepartments, changeDepartments } from "#lib/members/index.ts";

/** Make a department and go there. */
export const createDepartmentAction = tenantAction({
  permission: "department:write",
  input: CreateDepartment,
  run: createDepartment,
  after: (session, { id }) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/settings/departments/${id}`);
  },
});

/** Give a department another name. */
export const renameDepartmentAction = tenantAction({
  permission: "department:write",
  input: RenameDepartment,
  run: renameDepartment,
  after: refresh,
});

/** Hang a department under another. */
export const moveDepartmentAction = tenantAction({
  permission: "department:write",
  input: MoveDepartment,
  run: moveDepartment,
  after: refresh,
});

/** Say who answers for a department. */
export const setHeadAction = tenantAction({
  permission: "department:write",
  input: SetHead,
  run: setHead,
  after: refresh,
});

/** Put a member into a department. */
export const addToDepartmentAction = tenantAction({
  permission: "department:write",
  input: DepartmentMember,
  run: addToDepartment,
  after: refresh,
});

/** Take a member out of a department. */
export const removeFromDepartmentAction = tenantAction({
  permission: "department:write",
  input: DepartmentMember,
  run: removeFromDepartment,
  after: refresh,
});

/** Say to which departments a member belongs. */
export const changeDepartmentsAction = tenantAction({
  permission: "department:write",
  input: ChangeDepartments,
  run: changeDepartments,
  after: refresh,
});

/** Put a department away. */
export const archiveDepartmentAction = tenantAction({
  permission: "department:write",
  input: SeenDepartment,
  run: archiveDepartment,
  after: refresh,
});

/** Bring an archived department back. */
export const restoreDepartmentAction = tenantAction({
  permission: "department:write",
  input: SeenDepartment,
  run: restoreDepartment,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/settings`, "layout");
}
