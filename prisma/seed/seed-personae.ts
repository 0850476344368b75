import type { Session } from "#lib/auth/types.ts";
import { readDatabaseNow } from "#lib/db/database-now.ts";
import { newId } from "#lib/db/new-ids.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { cutEvidence, recordInterview } from "#lib/interviews/index.ts";
import { addClaim, CreatePersona, createPersona, setStages } from "#lib/personae/index.ts";
import { PERSONA_TEXTS } from "#lib/personae/types.ts";
import { nextDay } from "#lib/time/index.ts";
import { DEMO_PERSONAE, type DemoClaim, type DemoPersona } from "./demo-personae.ts";
import { linkFound } from "./link-found.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_MEMBERS } from "./people.ts";

const NOTES = `Seven flats in three houses. Keeps a list of every repair, with the day and the name of whoever came.

"I do not mind paying for a second visit. I mind that nobody knows it was the second."

If a tenant is without a stove for a night, she has to let them off a part of the rent. She has never asked the owner first.

"Give me a time, and I will be there. Give me half a day, and I will call somebody else."`;
const CUT =
  "Give me a time, and I will be there. Give me half a day, and I will call somebody else.";

/**
 * Make personae of the demo's segments with claims, what backs them, and an interview, unless there is one.
 *
 * @returns whether it was done now
 */
export async function seedPersonae(): Promise<boolean> {
  const session = await memberSession(DEMO_MEMBERS[0]?.email ?? "");
  const today = (await readDatabaseNow()).toISOString().slice(0, 10);
  return withTenant(
    session,
    "persona:write",
    async (tx) => {
      if ((await tx.persona.count()) > 0) return false;
      for (const persona of DEMO_PERSONAE) await seedPersona(tx, session, persona, today);
      await seedInterview(tx, session, today);
      return true;
    },
    { timeoutMs: 60_000 },
  );
}

async function seedPersona(
  tx: TenantTx,
  session: Session,
  persona: DemoPersona,
  today: string,
): Promise<void> {
  const { name, segment, claims } = persona;
  const { actor } = session;
  const { id } = await createPersona(
    tx,
    session,
    CreatePersona.parse({
      ...Object.fromEntries(PERSONA_TEXTS.map((text) => [text, persona[text] ?? ""])),
      ...{ name, segmentId: await segmentOf(tx, segment) },
      responsibleId: actor.kind === "member" ? actor.membershipId : "",
    }),
  );
  if (persona.quote !== null)
    await linkFound(tx, session, {
      ...{ subject: "persona", subjectId: id, words: persona.quote, most: 3 },
    });
  for (const claim of claims) await seedClaim(tx, session, id, { ...claim, today });
  if (persona.emotions.length > 0) await seedStages(tx, session, id, persona);
}

/** The segment of that name, made where nothing else made it. */
async function segmentOf(tx: TenantTx, name: string): Promise<string> {
  const known = await tx.customerSegment.findFirst({ where: { name }, select: { id: true } });
  if (known) return known.id;
  return (await tx.customerSegment.create({ data: { id: newId(), name }, select: { id: true } }))
    .id;
}

async function seedClaim(
  tx: TenantTx,
  session: Session,
  personaId: string,
  { statement, confidence, words, sources, expiresInDays, today }: DemoClaim & { today: string },
): Promise<void> {
  const expiresOn = nextDay(today, expiresInDays);
  const { id } = await addClaim(tx, session, { personaId, statement, confidence, expiresOn });
  if (words) {
    const of = { subject: "claim" as const, subjectId: id };
    await linkFound(tx, session, { ...of, words, most: sources });
  }
}

async function seedStages(
  tx: TenantTx,
  session: Session,
  personaId: string,
  { emotions, lines }: DemoPersona,
): Promise<void> {
  const stages = await tx.experienceStage.findMany({
    select: { id: true },
    orderBy: { position: "asc" },
  });
  const fields = stages.flatMap(({ id }, at) => [
    [`line_${id}`, lines[at] ?? ""],
    [`actual_${id}`, String(emotions[at]?.[0] ?? "")],
    [`desired_${id}`, String(emotions[at]?.[1] ?? "")],
  ]);
  await setStages(tx, session, { ...Object.fromEntries(fields), personaId, version: 1 });
}

async function seedInterview(tx: TenantTx, session: Session, today: string): Promise<void> {
  const persona = await tx.persona.findFirstOrThrow({
    where: { name: DEMO_PERSONAE[0]?.name ?? "" },
    select: { segmentId: true, claims: { select: { id: true }, orderBy: { position: "asc" } } },
  });
  const { id } = await recordInterview(tx, session, {
    ...{ title: "A landlord of seven flats", heldOn: nextDay(today, -21), customerNumber: "" },
    ...{ segmentId: persona.segmentId, notes: NOTES },
  });
  const claim = persona.claims[1];
  if (!claim) return;
  const target = `claim.${claim.id}`;
  await cutEvidence(tx, session, { interviewId: id, excerpt: CUT, target, stance: "supports" });
}
