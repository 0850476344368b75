import { expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { countEvidence, importLoss, linkEvidence } from "#lib/evidence/index.ts";
import { importText } from "#tests/support/imports.ts";
import { readEvents } from "#tests/support/people.ts";
import { addClaimTo, addPersona } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const FILE =
  "response_id,email,date,metric,score,comment\n" +
  "R1,ann@a.example,2025-01-03,NPS,9,Quick help\n" +
  "R2,bob@b.example,2025-01-04,NPS,3,Waited long\n";

it("says what loses its evidence with an import, writes it down, and leaves nothing that points nowhere", async () => {
  const { session } = await makeTenant();
  const { id: importId } = await importText(session, { kind: "signals", text: FILE });
  const claimId = await addClaimTo(session, (await addPersona(session)).id);
  await withTenant(session, "evidence:write", async (tx) => {
    for (const { id: sourceId } of await tx.signal.findMany({ select: { id: true } }))
      await linkEvidence(tx, session, {
        ...{ subject: "claim", subjectId: claimId, source: "signal", sourceId },
        ...{ stance: "supports", excerpt: null },
      });
  });
  const read = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
    withTenant(session, "evidence:read", work);
  expect(await read((tx) => importLoss(tx, session, importId))).toEqual({
    ...{ pieces: 2, subjects: 1, unbacked: 1, names: ["Calls at once"] },
  });
  await undoOf(session, importId);
  expect(await read((tx) => tx.evidence.count())).toBe(0);
  const asked = { subject: "claim" as const, ids: [claimId] };
  expect((await read((tx) => countEvidence(tx, session, asked))).size).toBe(0);
  const events = await readEvents(session, importId);
  expect(events.find(({ action }) => action === "import.undo_started")?.after).toMatchObject({
    evidence: 2,
  });
});
