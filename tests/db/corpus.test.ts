import { describe, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { checkCase, orTurnedAway } from "#tests/corpus/check-case.ts";
import { CORPUS } from "#tests/corpus/corpus.ts";
import type { CorpusStep } from "#tests/corpus/types.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

describe("the import of", () => {
  it.each(CORPUS)("$name", async (each) => {
    const { session } = await makeTenant({ currency: "EUR" });
    await checkCase(session, each, (step) => orTurnedAway(upload(session, each.kind, step)));
  });
});

async function upload(
  session: Session,
  kind: ImportKind,
  { fileName, bytes, mapping }: CorpusStep,
) {
  const file = { kind, fileName, text: await bytes(), ...(mapping ? { mapping } : {}) };
  const view = await importText(session, file);
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, view.id, { limit: 100 }),
  );
  return { ...view, rejects: items };
}
