import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { STANCES } from "#lib/evidence/types.ts";
import type { InterviewRecord } from "../schema.ts";
import { getInterview } from "./interviews.ts";

/** One interview as the API hands it out. @throws DomainError `not_found` */
export async function getInterviewRecord(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<InterviewRecord> {
  const { title, heldOn, segment, customer, notes, cuttings, ...rest } = await getInterview(
    tx,
    session,
    id,
  );
  return {
    ...{ id: rest.id, title, heldOn, segment, customer, notes },
    cuttings: cuttings.map((cutting) => ({
      ...{ id: cutting.id, excerpt: cutting.excerpt, about: cutting.about },
      stance: STANCES.find((each) => each === cutting.stance) ?? "supports",
    })),
  };
}
