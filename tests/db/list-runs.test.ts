import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
let runIds: string[];

const TERMS = {
  ...{ askedModel: "auto", horizonMonths: 36, discountRateAnnual: 0.1, currency: "EUR" },
};

async function addRuns(of: Session): Promise<string[]> {
  const runs = [
    { id: newId(), status: "succeeded", model: "mbg_nbd" },
    { id: newId(), status: "refused", model: "historic" },
    { id: newId(), status: "succeeded", model: "bg_nbd" },
    { id: newId(), status: "queued", model: null },
  ];
  await withTenant(of, "value:write", (tx) =>
    tx.clvRun.createMany({ data: runs.map((run) => ({ ...run, ...TERMS })) }),
  );
  return runs.map(({ id }) => id);
}

beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["value:read"]));
  runIds = await addRuns(session);
});

const list = (query = "") => api.ask("GET", "clv/runs", { query });
async function idsOf(query = ""): Promise<unknown[]> {
  const { items } = (await api.read(list(query))) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

describe("GET /api/v1/clv/runs", () => {
  it("lists the newest runs first, a page at a time, each once", async () => {
    const newest = runIds.toReversed();
    expect(await idsOf()).toEqual(newest);
    const first = await api.read(list("limit=3"));
    expect(first["next"]).toBe(`clv_runs.${newest[2]}`);
    expect(await idsOf(`limit=3&after=${first["next"]}`)).toEqual([newest[3]]);
    expect((await api.read(list("limit=4")))["next"]).toBeNull();
  });

  it("narrows by status and by the model that was used", async () => {
    const [mbg, historic, bg, waiting] = runIds;
    expect(await idsOf("status=succeeded")).toEqual([bg, mbg]);
    expect(await idsOf("status=queued")).toEqual([waiting]);
    expect(await idsOf("model=historic")).toEqual([historic]);
    expect(await idsOf("status=succeeded&model=bg_nbd")).toEqual([bg]);
    expect(await idsOf("status=failed")).toEqual([]);
  });

  it("says a run without what it found", async () => {
    const { items } = (await api.read(list("limit=1&model=bg_nbd"))) as { items: object[] };
    expect(items[0]).toMatchObject({ id: runIds[2], status: "succeeded", isPartial: false });
    expect(Object.keys(items[0] ?? {})).not.toContain("totals");
  });

  it("refuses what it cannot tell, and a key without the scope", async () => {
    for (const query of [
      `after=${runIds[0]}`,
      "status=done",
      "model=best",
      "after=none",
      "limit=0",
      "sort=id",
    ])
      expect((await list(query)).status, query).toBe(422);
    const other = createApi(await makeApiKey(session, ["customers:read"]));
    expect((await other.ask("GET", "clv/runs")).status).toBe(403);
  });

  it("shows no run of another workspace", async () => {
    const other = (await makeTenant()).session;
    const theirs = await addRuns(other);
    const seen = await idsOf();
    expect(seen.filter((id) => theirs.includes(String(id)))).toEqual([]);
    expect(await idsOf(`after=clv_runs.${theirs[0]}`)).toEqual(runIds.toReversed());
  });
});
