import { describe, expect, it } from "vitest";
import * as rejects from "#app/api/v1/imports/[id]/rejects/route.ts";
import * as oneImport from "#app/api/v1/imports/[id]/route.ts";
import * as imports from "#app/api/v1/imports/route.ts";
import { runImport } from "#lib/imports/index.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import type { ImportView, RejectView } from "#lib/imports/views.ts";
import { checkCase, type Ended } from "#tests/corpus/check-case.ts";
import { CORPUS } from "#tests/corpus/corpus.ts";
import type { CorpusStep } from "#tests/corpus/types.ts";
import { call, makeApiKey } from "#tests/support/api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

describe("the import, by the API, of", () => {
  it.each(CORPUS)("$name", async (each) => {
    const { session } = await makeTenant({ currency: "EUR" });
    const key = await makeApiKey(session, ["all"]);
    await checkCase(session, each, async (step) => {
      const body = await formOf(each.kind, step);
      const response = await call(imports.POST, "/api/v1/imports", { key, method: "POST", body });
      if (response.status === 422)
        return { turnedAway: ((await response.json()) as { detail: string }).detail };
      expect(response.status).toBe(202);
      const { id } = (await response.json()) as { id: string };
      await runImport({ tenantId: session.workspace.id, importId: id });
      return readEnd(key, id);
    });
  });
});

async function formOf(
  kind: ImportKind,
  { fileName, bytes, mapping }: CorpusStep,
): Promise<FormData> {
  const form = new FormData();
  form.set("kind", kind);
  if (mapping) form.set("mapping", JSON.stringify(mapping));
  form.set("file", new File([Uint8Array.from(await bytes())], fileName));
  return form;
}

async function readEnd(key: string, id: string): Promise<Ended> {
  const params = { id };
  const view = await (await call(oneImport.GET, "/", { key, params })).json();
  const listed = await (await call(rejects.GET, "/?limit=200", { key, params })).json();
  const { status, counts, failure } = view as ImportView;
  return { status, counts, failure, rejects: (listed as { items: RejectView[] }).items };
}
