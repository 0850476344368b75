import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { exportFileName } from "#lib/exports/index.ts";
import { namedFilters } from "#lib/http/filter-names.ts";
import { addPersona } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

it("a file of one segment or persona tells which by its name, and nothing of another workspace's", async () => {
  const { session } = await makeTenant();
  const { id, segmentId } = await addPersona(session, { name: "Marta" });
  const fileOf = async (who: Session) => {
    const asked = [["persona", id] as const, ["segment", segmentId] as const];
    const filters = await withTenant(who, "persona:read", (tx) => namedFilters(tx, asked));
    return exportFileName("persona-stages", filters, "csv");
  };
  expect(await fileOf(session)).toBe("persona-stages_persona-Marta_segment-Segment-of-Marta.csv");
  const other = await fileOf((await makeTenant()).session);
  expect(other).not.toContain("Marta");
  expect(other).toContain(`persona-${id.slice(-12)}`);
});
