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

/** A row of each kind that holds words: whose, and what they say in every field of words. */
const FILES: Readonly<Record<string, (whose: string, words: string) => string>> = {
  signals: (whose, words) =>
    `response_id,customer_id,date,metric,score,comment\nE1,${whose},2026-01-01,NPS,3,${words}\n`,
  interactions: (whose, words) =>
    `call_id,customer_id,date,type,subject,notes\nE1,${whose},2026-01-01,visit,${words},${words}\n`,
  complaints: (whose, words) =>
    `complaint_id,customer_id,received,reason,subject,description,resolution\nE1,${whose},2026-01-01,Noise,${words},${words},${words}\n`,
  win_loss: (whose, words) =>
    `deal_id,customer_id,close date,stage,notes\nE1,${whose},2026-01-01,Closed Won,${words}\n`,
};

it.each(Object.entries(FILES))(
  "gives %s back without words to somebody who was erased while they were another's",
  async (kind, fileOf) => {
    const { session } = await makeTenant();
    await importText(session, { kind, text: fileOf("K-4711", "Above the shop") });
    const later = await importText(session, { kind, text: fileOf("K-2", "Fine by me") });
    expect(await places(session, "Above the shop")).not.toEqual([]);
    await eraseNumber(session, "K-4711");
    expect(await places(session, "Above the shop")).toEqual([]);
    expect(await places(session, "Fine by me")).not.toEqual([]);
    expect((await undoOf(session, later.id)).undo).toMatchObject({ restored: 1, kept: 0 });
    expect(await places(session, "Above the shop")).toEqual([]);
    const [owner] = await owners(session);
    expect(owner?.externalId).toMatch(/^erased-/);
  },
);

/** The customers of whatever rows of these kinds there are. */
function owners(session: Session) {
  const select = { customer: { select: { externalId: true } } };
  return withTenant(session, "import:read", async (tx) =>
    [
      ...(await tx.signal.findMany({ select })),
      ...(await tx.interaction.findMany({ select })),
      ...(await tx.complaint.findMany({ select })),
      ...(await tx.winLoss.findMany({ select })),
    ].map(({ customer }) => customer),
  );
}

function kept(session: Session) {
  return withTenant(session, "import:read", async (tx) => ({
    signals: await tx.signal.findMany({
      select: { externalId: true, score: true, body: true },
      orderBy: { externalId: "asc" },
    }),
    complaints: await tx.complaint.findMany({ select: { reason: true, body: true } }),
  }));
}
