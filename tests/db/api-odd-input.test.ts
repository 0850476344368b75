import { gzipSync } from "node:zlib";
import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { call, makeApiKey } from "#tests/support/api.ts";
import { createApi, handlersOf } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

const SIGNAL = { occurredOn: "2026-01-02", metric: "nps", score: 9, body: "Quick help" };
const signals = (of = session) => withTenant(of, "signal:read", (tx) => tx.signal.count());

it("refuses a body whose text is broken, and says in plain words what a field lacks", async () => {
  const key = await makeApiKey(session, ["all"]);
  const { PUT } = await handlersOf("/api/v1/signals/external/{externalId}");
  const send = (body: BodyInit) =>
    call(PUT as Parameters<typeof call>[0], "/api/v1/signals/external/R1", {
      ...{ key, method: "PUT", params: { externalId: "R1" }, body },
    });
  const text = JSON.stringify({ ...SIGNAL, body: "Caf@" });
  const bytes = Buffer.from(text);
  bytes[text.indexOf("@")] = 0xe9;
  const latin = await send(bytes);
  expect([latin.status, (await api.read(latin))["detail"]]).toEqual([
    422,
    "The body is not UTF-8.",
  ]);
  const packed = await call(PUT as Parameters<typeof call>[0], "/api/v1/signals/external/R1", {
    ...{ key, method: "PUT", params: { externalId: "R1" }, body: gzipSync(text) },
    headers: { "content-encoding": "gzip" },
  });
  expect((await api.read(packed))["detail"]).toContain("without Content-Encoding");
  const half = await send(text.replace("@", "\\ud83d"));
  expect(half.status).toBe(422);
  expect(await signals()).toBe(0);
  expect((await send(text.replace("@", "\\ud83d\\ude00"))).status).toBe(201);
  const bare = await api.read(
    api.put("signals", "R2", { occurredOn: "2026-01-02", score: "9", mood: 1, source: "" }),
  );
  const details = (bare["errors"] as { detail: string }[]).map(({ detail }) => detail);
  expect(details).toContain('No field is called "mood".');
  expect(details).toContain("Not of the kind that stands here: a number.");
  expect(details.join(" ")).not.toMatch(/expected|Too small|Invalid/);
});

it("takes no amount that sums could not hold, alone or among others", async () => {
  const order = { customerExternalId: "C1", orderedOn: "2026-01-02" };
  const items = [
    { ...order, externalId: "O1", amountMinor: 9_007_199_254_740_991 },
    { ...order, externalId: "O2", amountMinor: 1e13 },
  ];
  const bulk = await api.read(api.bulk("orders", { items }));
  expect(bulk["results"]).toMatchObject([{ outcome: "refused" }, { outcome: "created" }]);
  const contract = { ...order, startedOn: "2026-01-02", priceMinor: 1e13 + 1 };
  const { orderedOn: _, ...subscription } = contract;
  const answer = await api.put("subscriptions", "S1", subscription);
  expect(answer.status).toBe(422);
  expect(await api.read(answer)).toMatchObject({
    errors: [
      { pointer: "#/priceMinor", detail: "An amount is at most 10000000000000 minor units." },
    ],
  });
});
