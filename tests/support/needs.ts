import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { createNeed, mapQuestion } from "#lib/needs/index.ts";
import type { NeedAspect } from "#lib/needs/types.ts";
import { makeTenant } from "./tenant.ts";

/** An answer to a question: on 1 to 5 and on 1 May 2026 unless it says otherwise, of nobody known without a customer. */
export type Said = {
  question: string;
  score: number;
  customer?: number;
  day?: string;
  min?: number;
  max?: number;
  segmentId?: string;
  audience?: string;
};

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;

export const CALL_NEED = {
  statement: "Somebody calls before they come",
  kind: "functional",
  segmentId: null,
  note: null,
} as const;

const CUSTOMERS = 40;

/** A new workspace with 40 customers and a survey, and what a test does there. */
export async function makeSurveyed() {
  const owner = (await makeTenant()).session;
  const sourceId = uuidv7();
  const customers = Array.from({ length: CUSTOMERS }, () => uuidv7());
  await withTenant(owner, "import:write", async (tx) => {
    await tx.dataSource.create({ data: { id: sourceId, name: "Survey", kind: "survey" } });
    await tx.customer.createMany({
      data: customers.map((id, at) => ({ id, externalId: `C${at}` })),
    });
  });
  const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
    withTenant(session, "need:write", (tx) => command(tx, session, input));
  return {
    ...{ owner, sourceId, customers, run },
    read: <T>(query: (tx: TenantTx, session: Session) => Promise<T>, session = owner) =>
      withTenant(session, "need:read", (tx) => query(tx, session)),
    make: async (more: object = {}) => (await run(createNeed, { ...CALL_NEED, ...more })).id,
    map: (needId: string | null, aspect: NeedAspect, question: string) =>
      run(mapQuestion, { picked: { sourceId, question }, aspect, needId }),
    say: (answers: readonly Said[]) =>
      withTenant(owner, "import:write", (tx) =>
        tx.signal.createMany({
          data: answers.map((answer) => toRow(answer, { sourceId, customers })),
        }),
      ),
    makeSegment: (name: string, members: readonly number[]) =>
      makeSegment(owner, { name, members: members.map((at) => customers[at] ?? "") }),
  };
}

export type Surveyed = Awaited<ReturnType<typeof makeSurveyed>>;

type Place = { sourceId: string; customers: readonly string[] };

function toRow(
  { customer, day, min = 1, max = 5, segmentId, audience, ...said }: Said,
  { sourceId, customers }: Place,
) {
  return {
    ...{ ...said, id: uuidv7(), sourceId, externalId: randomUUID() },
    ...{ audience: audience ?? "customer", occurredOn: new Date(day ?? "2026-05-01") },
    ...{ scaleMin: min, scaleMax: max, higherIsBetter: true },
    customerId: customer === undefined ? null : (customers[customer] ?? null),
    segmentId: segmentId ?? null,
  };
}

type NewSegment = { name: string; members: readonly string[] };

async function makeSegment(owner: Session, { name, members }: NewSegment): Promise<string> {
  const id = uuidv7();
  await withTenant(owner, "import:write", async (tx) => {
    await tx.customerSegment.create({ data: { id, name } });
    await tx.segmentMember.createMany({
      data: members.map((customerId) => ({
        ...{ segmentId: id, customerId },
        validFrom: new Date("2026-01-01"),
      })),
    });
  });
  return id;
}
