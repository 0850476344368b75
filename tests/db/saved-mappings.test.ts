import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findReading, forgetMapping, listSavedMappings } from "#lib/imports/index.ts";
import { listSourceNames } from "#lib/sources/index.ts";
import { type FileToImport, importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const run = (file: Partial<FileToImport> & Pick<FileToImport, "text">) =>
  importText(session, { kind: "orders", ...file });

const storedOrders = (who: Session = session) =>
  withTenant(who, "order:read", (tx) =>
    tx.customerOrder.findMany({
      select: { externalId: true, amountMinor: true, channel: true, orderedOn: true },
      orderBy: { externalId: "asc" },
    }),
  );

const readingOf = (id: string) =>
  withTenant(session, "import:read", (tx) =>
    tx.import.findFirst({ where: { id }, select: { reading: true } }),
  ).then((row) => row?.reading);

describe("a remembered mapping", () => {
  const ODD = "a,b,c\nC1,01/02/2025,10\n";
  const mapping = {
    columns: { a: "customerExternalId", b: "orderedOn", c: "amount" },
    dateFormat: "dmy",
    constants: { channel: "Shop" },
  };

  it("is used for the next file with the same headers when none is given", async () => {
    expect((await run({ text: ODD })).status).toBe("failed");
    await run({ text: ODD, mapping });
    const next = await run({ text: "c,a,b\n7,C1,03/02/2025\n" });
    expect(next.counts).toMatchObject({ created: 1, rejected: 0 });
    expect(await readingOf(next.id)).toMatchObject({ isRemembered: true, dateFormat: "dmy" });
    expect((await storedOrders()).map(({ channel }) => channel)).toEqual(["Shop", "Shop"]);
  });

  it("stays under what is given without columns, which holds from then on", async () => {
    await run({ text: ODD, mapping });
    const next = await run({ text: "c,a,b\n7,C1,03/02/2025\n", mapping: { dateFormat: "mdy" } });
    expect(next).toMatchObject({ failure: null, counts: { created: 1, rejected: 0 } });
    expect(await readingOf(next.id)).toMatchObject({ isRemembered: true, dateFormat: "mdy" });
    const days = (await storedOrders()).map(({ channel, orderedOn }) => [channel, orderedOn]);
    expect(days).toHaveLength(2);
    expect(days).toContainEqual(["Shop", new Date("2025-02-01")]);
    expect(days).toContainEqual(["Shop", new Date("2025-03-02")]);
    const saved = await withTenant(session, "import:read", listSavedMappings);
    expect(saved).toMatchObject([{ mapping: { ...mapping, dateFormat: "mdy" } }]);
    const other = (await makeTenant()).session;
    const file = { kind: "orders", text: ODD, mapping: { dateFormat: "dmy" } };
    expect((await importText(other, file)).status).toBe("failed");
  });

  it("of another source than the one that is given is not used", async () => {
    await run({ text: ODD, mapping: { ...mapping, source: "Shop" } });
    const next = (source: string) =>
      run({ text: "a,b,c\nC2,01/02/2025,10\n", mapping: { dateFormat: "mdy", source } });
    expect((await next("Till")).status).toBe("failed");
    expect((await next("shop")).counts).toMatchObject({ created: 1, rejected: 0 });
  });

  it("says nothing of days that speak against it: none is read the wrong way round", async () => {
    await run({ text: ODD, mapping: { ...mapping, dateFormat: "mdy" } });
    const next = await run({ text: "a,b,c\nC1,03/02/2025,7\nC1,28/02/2025,8\nC1,25/02/2025,8\n" });
    expect(next.counts).toMatchObject({ created: 2, rejected: 1 });
  });

  it("is that of the last import, and not of a dry run", async () => {
    await run({ text: ODD, mapping, isDryRun: true });
    expect((await run({ text: ODD })).status).toBe("failed");
    await run({ text: ODD, mapping });
    await run({ text: ODD, mapping: { ...mapping, dateFormat: "mdy" } });
    const saved = await withTenant(session, "import:read", listSavedMappings);
    expect(saved).toMatchObject([{ kind: "orders", mapping: { dateFormat: "mdy" } }]);
  });

  it("is kept for each source: the same headers mean in each what they meant there", async () => {
    const odd = "who,what,when,how much\nC1,A1,2026-01-02,10.00\n";
    const columns = {
      who: "customerExternalId",
      what: "orderExternalId",
      when: "orderedOn",
    } as const;
    const shop = { columns: { ...columns, "how much": "amount" }, source: "Shop" } as const;
    const till = {
      columns: { ...columns, what: "productCode", "how much": "amount" },
      source: "Till",
    } as const;
    await run({ text: odd, mapping: shop });
    await run({ text: odd.replace("10.00", "11.00"), mapping: till });
    const saved = await withTenant(session, "import:read", listSavedMappings);
    expect(saved.map(({ source, mapping }) => [source, mapping.columns["what"]])).toEqual([
      ["Till", "productCode"],
      ["Shop", "orderExternalId"],
    ]);
    const sources = await withTenant(session, "source:read", listSourceNames);
    const idOf = (name: string) => sources.find((each) => each.name === name)?.id ?? "";
    const ofShop = await withTenant(session, "import:read", (tx) =>
      listSavedMappings(tx, idOf("Shop")),
    );
    expect(ofShop).toHaveLength(1);
    const readOf = async (name: string, amount: string) => {
      const { id, status } = await run({
        text: odd.replace("10.00", amount),
        sourceId: idOf(name),
      });
      expect(status).toBe("succeeded");
      return withTenant(session, "import:read", (tx) => findReading(tx, id));
    };
    expect(await readOf("Shop", "12.00")).toMatchObject({
      ...{ isRemembered: true, columns: [{}, { field: "orderExternalId" }, {}, {}] },
    });
    expect(await readOf("Till", "13.00")).toMatchObject({
      ...{ isRemembered: true, columns: [{}, { field: "productCode" }, {}, {}] },
    });
  });

  it("can be forgotten, and another workspace has never known it", async () => {
    await run({ text: ODD, mapping });
    const [saved] = await withTenant(session, "import:read", listSavedMappings);
    const forgetAs = (who: Session) =>
      withTenant(who, "import:write", (tx) =>
        forgetMapping(tx, who, { mappingId: saved?.id ?? "" }),
      );
    const other = (await makeTenant()).session;
    expect(await withTenant(other, "import:read", listSavedMappings)).toEqual([]);
    await forgetAs(other);
    expect(await withTenant(session, "import:read", listSavedMappings)).toHaveLength(1);
    await forgetAs(session);
    await forgetAs(session);
    expect((await run({ text: ODD })).status).toBe("failed");
  });
});
