"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  AssignCases,
  assignCases,
  ChangeCase,
  CloseCase,
  changeCase,
  closeCase,
  OpenCase,
  openCase,
  ReopenCase,
  reopenCase,
} from "#lib/defection/index.ts";

/** A case shows on the list, the overview, the customer's page and the card. */
const after = ({ workspace }: MemberSession) => revalidatePath(`/w/${workspace.slug}`, "layout");

/** Take the case of a customer. */
export const openCaseAction = tenantAction({
  permission: "defection:write",
  input: OpenCase,
  run: openCase,
  after,
});

/** Say who answers for a case, what comes next and by when. */
export const changeCaseAction = tenantAction({
  permission: "defection:write",
  input: ChangeCase,
  run: changeCase,
  after,
});

/** Close a case with how it ended. */
export const closeCaseAction = tenantAction({
  permission: "defection:write",
  input: CloseCase,
  run: closeCase,
  after,
});

/** Take a closing back. */
export const reopenCaseAction = tenantAction({
  permission: "defection:write",
  input: ReopenCase,
  run: reopenCase,
  after,
});

/** Give the cases of chosen customers to somebody, and show theirs. */
export const assignCasesAction = tenantAction({
  permission: "defection:write",
  input: AssignCases,
  run: async (tx, session, input) => {
    const { cases } = await assignCases(tx, session, input);
    return { cases, responsibleId: input.responsibleId };
  },
  after: (session, { responsibleId }) => {
    after(session);
    redirect(`/w/${session.workspace.slug}/value/watchlist?responsible=${responsibleId}`);
  },
});
