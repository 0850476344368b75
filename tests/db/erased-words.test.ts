import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

function eraseNumber(session: Session, number: string) {
  return withTenant(
    session,
    "protection:write",
    async (tx) => {
      const { id } = await tx.customer.findFirstOrThrow({ where: { externalId: number } });
      return erasePerson(tx, session, { customerId: id, number });
    },
    { timeoutMs: 60_000 },
  );
}

/** Where words still stand in the workspace. */
function places(session: Session, words: string) {
  return withTenant(
    session,
    "protection:write",
    (tx) => tx.$queryRaw<{ table_name: string }[]>`SELECT * FROM find_words(${words})`,
  );
}

const signals = (why: string) =>
  `response_id,customer_id,date,metric,score,comment\nR1,K-4711,2026-01-01,NPS,3,${why}\nR2,K-2,2026-01-01,NPS,9,Fine\n`;

it("clears their own words in feedback and complaints; scores, days and the words of others stay", async () => {
  const { session } = await makeTenant();
  await importText(session, { kind: "signals", text: signals("I live above the shop") });
  const last = await importText(session, { kind: "signals", text: signals("Still the noise") });
  await importText(session, {
    kind: "complaints",
    text: "complaint_id,customer_id,received,reason,description\nB1,K-4711,2026-01-02,Noise,Every night\n",
  });
  await eraseNumber(session, "K-4711");
  for (const words of ["above the shop", "the noise", "Every night"])
    expect(await places(session, words)).toEqual([]);
  const left = {
    signals: [
      { externalId: "R1", score: 3, body: null },
      { externalId: "R2", score: 9, body: "Fine" },
    ],
    complaints: [{ reason: "Noise", body: null }],
  };
  expect(await kept(session)).toEqual(left);
  // What was written before does not come back with Undo.
  expect((await undoOf(session, last.id)).undo).toMatchObject({ restored: 0, kept: 1 });
  expect(await kept(session)).toEqual(left);
});

function kept(session: Session) {
  return withTenant(session, "import:read", async (tx) => ({
    signals: await tx.signal.findMany({
      select: { externalId: true, score: true, body: true },
      orderBy: { externalId: "asc" },
    }),
    complaints: await tx.complaint.findMany({ select: { reason: true, body: true } }),
  }));
}
