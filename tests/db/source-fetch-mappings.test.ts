import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listSavedMappings, runImport } from "#lib/imports/index.ts";
import { previewAddress } from "#lib/source-fetch/index.ts";
import type { SetFetch } from "#lib/source-fetch/schema.ts";
import { FetchedSource } from "#tests/support/fetched-source.ts";
import { answerWith, startHookServer } from "#tests/support/hook-server.ts";
import { importText, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { workbook } from "#tests/support/workbook.ts";

const server = await startHookServer();
afterAll(server.stop);

let at: FetchedSource;
beforeEach(async () => {
  at = await FetchedSource.make(server);
});

/** Headers that say nothing by themselves. */
const OWN = "nr,tag,wert\nR1,2026-01-03,9\nR2,2026-03-04,3\n";
const MAPPING = {
  columns: { nr: "signalExternalId", tag: "occurredOn", wert: "score" },
  constants: { metric: "nps" },
  source: "Desk survey",
};

/** How a file of another source was mapped. */
async function mapped(session = at.session): Promise<string> {
  const done = await importText(session, { kind: "signals", text: OWN, mapping: MAPPING });
  expect(done).toMatchObject({ failure: null, counts: { created: 2 } });
  const saved = await withTenant(session, "import:read", (tx) => listSavedMappings(tx));
  return saved[0]?.id ?? "";
}

function preview(file: string | Uint8Array, more: Partial<SetFetch> = {}) {
  server.answers.push(answerWith(200, file, { "content-type": "application/octet-stream" }));
  return previewAddress(at.session, at.given(more), server.reach);
}

describe("how the files of a fetched source are mapped", () => {
  it("is chosen among the mappings of other sources, and holds for the files of this one", async () => {
    const mappingId = await mapped();
    expect(await preview(OWN, { mappingId })).toMatchObject({
      ...{ problem: null, isRemembered: true },
      fields: ["signalExternalId", "occurredOn", "score"],
    });
    await at.set({ mappingId });
    server.answers.push(answerWith(200, OWN, { "content-type": "text/csv" }));
    await at.fetch();
    const [entry] = await at.log();
    const importId = entry?.importId ?? "";
    await runImport({ tenantId: at.session.workspace.id, importId });
    expect(await viewImport(at.session, importId)).toMatchObject({
      ...{ failure: null, counts: { created: 2, rejected: 0 } },
    });
    const own = await withTenant(at.session, "import:read", (tx) => listSavedMappings(tx, at.id));
    expect(own).toMatchObject([{ source: "Shop survey", headers: ["nr", "tag", "wert"] }]);
  });

  it("is told not to fit a file with other headers", async () => {
    const shown = await preview("response_id,date,metric,score\nR1,2026-01-03,NPS,9\n", {
      mappingId: await mapped(),
    });
    expect(shown.problem).toBe("The chosen mapping is of files with other headers than this one.");
  });

  it("is refused when it is of another kind, gone, or another workspace's", async () => {
    const mappingId = await mapped();
    const refusal = { code: "invalid_input", detail: { fields: { mappingId: expect.anything() } } };
    await expect(at.set({ mappingId, kind: "orders" })).rejects.toMatchObject(refusal);
    await expect(preview(OWN, { mappingId, kind: "orders" })).rejects.toMatchObject(refusal);
    const theirs = await mapped((await makeTenant()).session);
    await expect(at.set({ mappingId: theirs })).rejects.toMatchObject(refusal);
    await expect(preview(OWN, { mappingId: theirs })).rejects.toMatchObject(refusal);
    expect(await at.found()).toBeNull();
  });
});

describe("the preview of an address", () => {
  it("shows the first sheet of a workbook as its import reads it", async () => {
    const book = await workbook({
      Answers: [
        ["response_id", "date", "metric", "score"],
        ["R1", new Date("2026-01-03"), "NPS", 9],
      ],
      Notes: [["nothing"]],
    });
    expect(await preview(book)).toMatchObject({
      problem: null,
      fields: ["signalExternalId", "occurredOn", "metric", "score"],
      rows: [["R1", "2026-01-03", "NPS", "9"]],
    });
  });

  it("says of what only looks like a workbook that it is none", async () => {
    const shown = await preview(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]));
    expect(shown).toMatchObject({ headers: [], rows: [] });
    expect(shown.problem).toContain("not a workbook that can be read");
  });
});
