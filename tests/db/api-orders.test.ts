import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { countUse } from "#lib/auth/rate-limit.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import { resolveApiKey } from "#lib/db/directory.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { ApiDocument } from "#tests/support/api-document.ts";
import { checkAnswer } from "#tests/support/check-answer.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const TEXT = [
  "order_id,customer_id,timestamp,product,description,quantity,unit_price,return_of",
  "L1,C1,2025-03-01T09:30:00Z,P-1,Lamp,2,5.00,",
  "L1,C1,2025-03-01T09:30:00Z,P-2,Bulb,1,7.50,",
  "L2,C2,2025-03-02T09:30:00Z,P-2,Bulb,4,7.50,",
  "R1,C1,2025-03-04T10:00:00Z,P-1,Lamp,1,5.00,L1",
].join("\n");

let session: Session;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["orders:read"]));
  const done = await importText(session, { kind: "orders", text: TEXT });
  expect(done.counts).toMatchObject({ created: 4, rejected: 0 });
});

describe("an order of the API", () => {
  it("tells what was ordered, what came back, what is left, and its lines", async () => {
    const order = await api.read(
      api.ask("GET", "orders/external/{externalId}", { params: { externalId: "L1" } }),
    );
    expect(order).toMatchObject({
      ...{ grossMinor: 1750, returnedMinor: 500, netMinor: 1250, amountMinor: 1250 },
      lineCount: 2,
      lines: [
        {
          ...{ productCode: "P-1", description: "Lamp", quantity: 2 },
          ...{ unitPriceMinor: 500, amountMinor: 1000 },
        },
        { productCode: "P-2", quantity: 1, amountMinor: 750 },
      ],
    });
    const [listed] = await api.items("orders");
    expect(listed).toEqual(order);
  });

  it("has its lines in a list of their own, narrowed and page by page", async () => {
    const all = await api.items("order-lines");
    expect(all.map((line) => [line["orderExternalId"], line["productCode"]])).toEqual([
      ...[
        ["L1", "P-1"],
        ["L1", "P-2"],
        ["L2", "P-2"],
      ],
    ]);
    expect(await api.items("order-lines", "order=L1")).toEqual(all.slice(0, 2));
    expect(await api.items("order-lines", "customer=C2&since=2025-03-02")).toEqual(all.slice(2));
    expect(await api.items("order-lines", "until=2025-02-28")).toEqual([]);
    const first = await api.read(api.ask("GET", "order-lines", { query: "limit=2" }));
    expect(await api.items("order-lines", `after=${first["next"]}`)).toEqual(all.slice(2));
  });

  it("is not read with another scope, nor by another workspace", async () => {
    const other = createApi(await makeApiKey(session, ["signals:read"]));
    expect((await other.ask("GET", "order-lines")).status).toBe(403);
    const stranger = (await makeTenant()).session;
    const theirs = createApi(await makeApiKey(stranger, ["all"]));
    expect(await theirs.items("order-lines")).toEqual([]);
    expect(await theirs.items("order-lines", "order=L1")).toEqual([]);
  });
});

describe("a check against the document of the API", () => {
  const readDocument = async () => {
    const route = await import("#app/api/v1/openapi.json/route.ts");
    return ApiDocument.parse(await route.GET().json());
  };

  it("holds for what a key gets that has asked too often", async () => {
    const tired = await makeApiKey(session, ["departments:read"]);
    const { keyId } = (await resolveApiKey(hashOfToken(tired))) ?? { keyId: "" };
    for (let at = 0; at < 600; at += 100)
      await Promise.all(Array.from({ length: 100 }, () => countUse("api_key", keyId)));
    const call = { method: "GET", path: "/api/v1/departments", key: tired } as const;
    const { response } = await checkAnswer(await readDocument(), call);
    expect(response.status).toBe(429);
    expect(response.headers.get("ratelimit-limit")).toBe("600");
    expect(response.headers.get("ratelimit-remaining")).toBe("0");
    expect(response.headers.get("ratelimit-reset")).toBe(response.headers.get("retry-after"));
  });

  it("would find an answer that says more, less or something else", async () => {
    const document = await readDocument();
    const signal = document.components.schemas["SignalPage"];
    const reader = z.fromJSONSchema(signal ?? false);
    expect(reader.safeParse({ items: [], next: null }).success).toBe(true);
    for (const wrong of [{ items: [] }, { items: [], next: 1 }, { items: [{}], next: null }])
      expect(reader.safeParse(wrong).success).toBe(false);
    expect(reader.safeParse({ items: [], next: null, more: 1 }).success).toBe(false);
  });
});
