import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { linkEvidence, listEvidence } from "#lib/evidence/index.ts";
import { archivePersona, bringBackPersona, deletePersona } from "#lib/personae/index.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { addClaimTo, addPersona, addSignal } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

const write = (work: (tx: TenantTx) => Promise<unknown>) =>
  withTenant(owner, "persona:write", work);
const sourcesOf = (subjectId: string) =>
  withTenant(owner, "evidence:read", (tx) =>
    listEvidence(tx, owner, { subject: "claim", subjectId }),
  );

describe("evidence that is linked at the same time", () => {
  it("goes and comes back with the persona of its claim, which is deleted", async () => {
    const { id: personaId } = await addPersona(owner);
    const subjectId = await addClaimTo(owner, personaId);
    const sourceId = await addSignal(owner, "Call me first.");
    await write((tx) => archivePersona(tx, owner, { personaId, version: 1 }));
    const of = { subject: "claim", subjectId, stance: "supports" } as const;
    const outcomes = await atOnce(
      write,
      (tx) => linkEvidence(tx, owner, { ...of, source: "signal", sourceId, excerpt: "Call me" }),
      (tx) => deletePersona(tx, owner, { personaId }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    await write((tx) => bringBackPersona(tx, owner, { personaId }));
    expect(await sourcesOf(subjectId)).toMatchObject([{ kind: "signal", excerpt: "Call me" }]);
  });
});
