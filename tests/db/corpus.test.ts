import { describe, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import { checkCase } from "#tests/corpus/check-case.ts";
import { CORPUS } from "#tests/corpus/corpus.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

describe("the import of", () => {
  it.each(CORPUS)("$name", async (each) => {
    const { session } = await makeTenant({ currency: "EUR" });
    await checkCase(session, each, async ({ fileName, bytes, mapping }) => {
      const file = { kind: each.kind, fileName, text: bytes(), ...(mapping ? { mapping } : {}) };
      const view = await importText(session, file);
      const { items } = await withTenant(session, "import:read", (tx) =>
        listRejects(tx, session, view.id, { limit: 100 }),
      );
      return { ...view, rejects: items };
    });
  });
});
