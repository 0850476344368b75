import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importFiles } from "#lib/admin/import-file.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { checkCase, orTurnedAway } from "#tests/corpus/check-case.ts";
import { CORPUS } from "#tests/corpus/corpus.ts";
import type { CorpusStep } from "#tests/corpus/types.ts";
import { VALUE_CASES } from "#tests/corpus/value-cases.ts";
import { admin } from "#tests/support/admin.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-corpus-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeFile(name: string, bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(folder, "case-")), name);
  writeFileSync(file, bytes);
  return file;
}

describe("the import, by the code of the command line, of", () => {
  // Each waits for a worker: together they wait once.
  it.concurrent.each(CORPUS)("$name", async (each) => {
    const { session } = await makeTenant({ currency: "EUR" });
    await checkCase(session, each, (step) => orTurnedAway(upload(session, each.kind, step)));
  });
});

async function upload(
  session: Session,
  kind: ImportKind,
  { fileName, bytes, mapping }: CorpusStep,
) {
  const [view] = await importFiles([
    {
      ...{ workspace: session.workspace.slug, kind, isDryRun: false },
      file: writeFile(fileName, await bytes()),
      mapping: mapping && JSON.stringify(mapping),
    },
  ]);
  if (!view) throw new Error("The import was not found again.");
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, view.id, { limit: 100 }),
  );
  return { ...view, rejects: items };
}

it("imports files by two commands typed at once, and prints one object each", async () => {
  const runs = VALUE_CASES.slice(0, 2).map(async ({ kind, steps }) => {
    const { session } = await makeTenant({ currency: "EUR" });
    const [step] = steps;
    if (!step || !("counts" in step.ends)) throw new Error("A case of values ends well.");
    const file = writeFile(step.fileName, await step.bytes());
    const argv = ["import", "--workspace", session.workspace.slug, "--kind", kind, "--file", file];
    const mapping = step.mapping ? ["--mapping", JSON.stringify(step.mapping)] : [];
    const { code, stdout } = await admin([...argv, ...mapping, "--json"]);
    expect(code).toBe(0);
    const { status, counts } = JSON.parse(stdout) as ImportView;
    expect({ status, counts }).toEqual({ status: "succeeded", counts: step.ends.counts });
  });
  await Promise.all(runs);
});
