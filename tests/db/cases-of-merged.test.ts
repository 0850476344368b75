import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers, unmergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { CloseCase, closeCase, getWatched, OpenCase, openCase } from "#lib/defection/index.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  ids = await addCustomers(session, { A: { name: "Ana Weber" }, B: { name: "Ben Ott" } });
});

const idOf = (number: string) => ids.get(number) ?? "";

function take(number: string, fields: Record<string, string>) {
  const asked = OpenCase.parse({ customerId: idOf(number), ...fields });
  return withTenant(session, "defection:write", (tx) => openCase(tx, session, asked));
}

async function casesOf(number: string) {
  const { cases } = await withTenant(session, "value:read", (tx) =>
    getWatched(tx, session, idOf(number)),
  );
  return cases;
}

describe("cases of customers who become one or are erased", () => {
  const merge = (firstId: string, secondId: string) =>
    withTenant(session, "customer:write", (tx) =>
      mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId }),
    );
  const outcomesOf = async (number: string) =>
    (await casesOf(number)).map(({ nextStep, outcome }) => [nextStep, outcome]);

  it("go along with a merge, the second open one closed as merged, and back with it", async () => {
    await take("A", { nextStep: "Of A" });
    await take("B", { nextStep: "Of B" });
    await merge(idOf("A"), idOf("B"));
    expect(await outcomesOf("A")).toEqual([
      ["Of A", null],
      ["Of B", "merged"],
    ]);
    const { id: mergeId } = await withTenant(session, "customer:read", (tx) =>
      tx.customerMerge.findFirstOrThrow({ select: { id: true } }),
    );
    await withTenant(session, "customer:write", (tx) => unmergeCustomers(tx, session, { mergeId }));
    expect(await outcomesOf("A")).toEqual([["Of A", null]]);
    expect(await outcomesOf("B")).toEqual([["Of B", "merged"]]);
  });

  it("stay open where only one of the two has one", async () => {
    await take("B", { nextStep: "Of B" });
    await merge(idOf("A"), idOf("B"));
    expect(await outcomesOf("A")).toEqual([["Of B", null]]);
  });

  it("lose their words with the person, and keep how they ended", async () => {
    await take("A", { nextStep: "Call Ana Weber", note: "Her daughter answers" });
    const [known] = await casesOf("A");
    const asked = CloseCase.parse({ caseId: known?.id, version: "1", outcome: "lost" });
    await withTenant(session, "defection:write", (tx) => closeCase(tx, session, asked));
    await withTenant(
      session,
      "protection:write",
      (tx) => erasePerson(tx, session, { customerId: idOf("A"), number: "A" }),
      { timeoutMs: 60_000 },
    );
    expect(await casesOf("A")).toMatchObject([{ nextStep: null, note: null, outcome: "lost" }]);
  });
});
