import { expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getLatencyReport, listSourceMonths } from "#lib/sources/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const RATES = [
  "activity,unit,cost,valid_from",
  "Call,call,4,2026-01-01",
  "Call,call,5,2027-02-01",
  "Call,call,6,2199-01-01",
].join("\n");

it("ends the months of a source at today: what begins in years to come hides nothing", async () => {
  const { session } = await makeTenant();
  const done = await importText(session, {
    ...{ kind: "activity_rates", text: `${RATES}\n` },
    mapping: { columns: {}, source: "Rates", dateFormat: "ymd" },
  });
  expect(done).toMatchObject({ failure: null, counts: { created: 3 } });
  const months = await withTenant(session, "source:read", async (tx) => {
    const { sources } = await getLatencyReport(tx, session);
    return Promise.all(sources.map(({ id }) => listSourceMonths(tx, session, id)));
  });
  expect(months).toEqual([[{ month: "2026-01", rows: 1 }]]);
});
