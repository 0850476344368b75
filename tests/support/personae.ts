import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { cutEvidence, RecordInterview, recordInterview } from "#lib/interviews/index.ts";
import { addClaim, CreatePersona, createPersona } from "#lib/personae/index.ts";

/** A segment of that name; returns its id. */
function addSegment(session: Session, name = "Landlords"): Promise<string> {
  return withTenant(session, "segment:write", async (tx) => {
    const id = newId();
    await tx.customerSegment.create({ data: { id, name } });
    return id;
  });
}

/** A persona of a new segment, with what else is said; returns its id and that of the segment. */
export async function addPersona(
  session: Session,
  said: Readonly<Record<string, string>> = {},
): Promise<{ id: string; segmentId: string }> {
  const name = said["name"] ?? "Marta";
  const segmentId = said["segmentId"] ?? (await addSegment(session, `Segment of ${name}`));
  const input = CreatePersona.parse({ name, ...said, segmentId });
  return withTenant(session, "persona:write", async (tx) => ({
    ...(await createPersona(tx, session, input)),
    segmentId,
  }));
}

/** A claim of a persona; returns its id. */
export async function addClaimTo(
  session: Session,
  personaId: string,
  said: Readonly<{ statement?: string; expiresOn?: string }> = {},
): Promise<string> {
  const { statement = "Calls at once", expiresOn = "2099-01-31" } = said;
  const claim = { personaId, statement, expiresOn, confidence: "medium" as const };
  return (await withTenant(session, "persona:write", (tx) => addClaim(tx, session, claim))).id;
}

/** A signal with these words on that day, of a customer or nobody's; returns its id. */
export function addSignal(
  session: Session,
  body: string,
  { on = "2026-10-06", customerId = null }: { on?: string; customerId?: string | null } = {},
): Promise<string> {
  return withTenant(session, "signal:write", async (tx) => {
    const [sourceId, id] = [newId(), newId()];
    await tx.dataSource.create({ data: { id: sourceId, name: `Survey ${id}`, kind: "survey" } });
    await tx.signal.create({
      data: {
        ...{ id, sourceId, externalId: id, audience: "customer", body, customerId },
        occurredOn: new Date(on),
      },
    });
    return id;
  });
}

/** An answer to a question, without words of its own; returns its id. */
export function addAnswer(session: Session, question: string, on: string): Promise<string> {
  return withTenant(session, "signal:write", async (tx) => {
    const [sourceId, id] = [newId(), newId()];
    await tx.dataSource.create({ data: { id: sourceId, name: `Survey ${id}`, kind: "survey" } });
    const said = { question, score: 4, scaleMin: 1, scaleMax: 5, occurredOn: new Date(on) };
    await tx.signal.create({
      data: { ...{ id, sourceId, externalId: id, audience: "customer" }, ...said },
    });
    return id;
  });
}

/** A complaint with these words on that day; returns its id. */
export function addComplaint(session: Session, body: string, on: string): Promise<string> {
  return withTenant(session, "complaint:write", async (tx) => {
    const [sourceId, id] = [newId(), newId()];
    await tx.dataSource.create({
      data: { id: sourceId, name: `Log ${id}`, kind: "complaint_log" },
    });
    await tx.complaint.create({
      data: { ...{ id, sourceId, externalId: id, body }, receivedOn: new Date(on) },
    });
    return id;
  });
}

/** A call with that number, logged without a word; returns its id. */
export function addCall(session: Session, externalId: string): Promise<string> {
  return withTenant(session, "interaction:write", async (tx) => {
    const [sourceId, id] = [newId(), newId()];
    await tx.dataSource.create({
      data: { id: sourceId, name: `Hotline ${id}`, kind: "service_log" },
    });
    const logged = { kind: "service", channel: "phone", outcome: "called back" };
    await tx.interaction.create({
      data: { ...logged, id, sourceId, externalId, occurredOn: new Date("2026-10-06") },
    });
    return id;
  });
}

/** A customer with that number; returns its id. */
export function addCustomer(session: Session, externalId: string): Promise<string> {
  return withTenant(session, "customer:write", async (tx) => {
    const id = newId();
    await tx.customer.create({ data: { id, externalId, name: `Person ${externalId}` } });
    return id;
  });
}

/** An interview, and what was cut out of it for a persona. */
export async function addInterviewPiece(session: Session, personaId: string): Promise<void> {
  const interview = { title: "A landlord", heldOn: "2026-10-01", notes: "Give me a time." };
  await withTenant(session, "evidence:write", async (tx) => {
    const { id } = await recordInterview(tx, session, RecordInterview.parse(interview));
    const cut = { target: `persona.${personaId}`, stance: "supports" as const, excerpt: "a time" };
    await cutEvidence(tx, session, { ...cut, interviewId: id });
  });
}
