import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  chooseAttributeType,
  getCustomerByExternalId,
  listAttributes,
  listCountedCustomers,
  listCustomers,
  runCustomerProfile,
} from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const TEXT = `customer_id,City,Visits,Member,Renewal,Note
C1,Linz,12,yes,2026-03-01,likes blue
C2,Linz,3,no,2026-04-15,
C3,Wien,"7,5",Yes,2027-01-31,Asked for Ångström
C4,Wien,-2,no,,calls on Mondays
`;

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
  await importText(session, { kind: "customers", text: TEXT });
  await runCustomerProfile({ tenantId: session.workspace.id });
});

const attributes = (who: Session = session) =>
  withTenant(who, "customer:read", (tx) => listAttributes(tx));
const found = async (query: string, who: Session = session) => {
  const { items } = await withTenant(who, "customer:read", (tx) =>
    listCustomers(tx, who, customersAddress.read(new URLSearchParams(`${query}&sort=number`)), {
      limit: 50,
    }),
  );
  return items.map(({ externalId }) => externalId);
};

describe("attributes", () => {
  it("are typed by what all customers hold", async () => {
    const types = (await attributes()).map(({ name, type, fillCount, distinctCount }) => [
      name,
      type,
      fillCount,
      distinctCount,
    ]);
    expect(types).toEqual([
      ["City", "choice", 4, 2],
      ["Member", "yes_no", 4, 3],
      ["Note", "text", 3, 3],
      ["Renewal", "day", 3, 3],
      ["Visits", "number", 4, 4],
    ]);
    expect(await attributes((await makeTenant()).session)).toEqual([]);
  });

  it.each([
    ["attribute.min.Visits=3", ["C1", "C2", "C3"]],
    ["attribute.min.Visits=3&attribute.max.Visits=7,5", ["C2", "C3"]],
    ["attribute.max.Visits=-1", ["C4"]],
    ["attribute.yn.Member=yes", ["C1", "C3"]],
    ["attribute.is.City=Wien&attribute.is.City=Graz", ["C3", "C4"]],
    ["attribute.from.Renewal=2026-04-01", ["C2", "C3"]],
    ["attribute.to.Renewal=2026-04-15", ["C1", "C2"]],
    ["attribute.has.Note=angstrom", ["C3"]],
    ["attribute.is.City=Linz&attribute.yn.Member=no", ["C2"]],
    ["attribute.is.Nothing=x", []],
  ])("narrow the list down by %s", async (query, numbers) => {
    expect(await found(query)).toEqual(numbers);
  });

  it("tell nothing to those who may not read them, by a filter neither", async () => {
    const head = tenant.sessionAs("department_head");
    await expect(found("attribute.is.City=Wien", head)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(found("mayUseFor=marketing", head)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("have the type a person gives them, also after the next look, until they take it back", async () => {
    const choose = (type: "text" | null, who: Session = session, name = "Visits") =>
      withTenant(who, "customer:write", (tx) => chooseAttributeType(tx, who, { name, type }));
    await choose("text");
    await runCustomerProfile({ tenantId: session.workspace.id });
    const visits = (await attributes()).find(({ name }) => name === "Visits");
    expect(visits).toMatchObject({ type: "text", foundType: "number" });
    const customer = await withTenant(session, "customer:read", (tx) =>
      getCustomerByExternalId(tx, session, "C1"),
    );
    expect(customer.attributes).toContainEqual({ name: "Visits", value: "12", type: "text" });
    await choose(null);
    expect((await attributes()).find(({ name }) => name === "Visits")?.type).toBe("number");
    await expect(choose("text", session, "Nobody has it")).rejects.toMatchObject({
      code: "not_found",
    });
    const stranger = (await makeTenant()).session;
    await expect(choose("text", stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a page of a search", () => {
  it("says that there are more than it counts, and shows them in the list's order", async () => {
    const many = Array.from(
      { length: 2_300 },
      (_, at) => `M${String(at).padStart(4, "0")},Many ${at}`,
    );
    await importText(session, {
      kind: "customers",
      text: `customer_id,name\n${many.join("\n")}\n`,
    });
    const page = await withTenant(session, "customer:read", (tx) =>
      listCountedCustomers(
        tx,
        session,
        customersAddress.read(new URLSearchParams("search=many&sort=number")),
        {
          limit: 2,
        },
      ),
    );
    expect(page).toMatchObject({ count: 2_000, isMore: true });
    expect(page.page.items.map(({ externalId }) => externalId)).toEqual(["M0000", "M0001"]);
    const narrow = await withTenant(session, "customer:read", (tx) =>
      listCountedCustomers(
        tx,
        session,
        customersAddress.read(new URLSearchParams("search=many&attribute.is.City=Wien")),
        {
          limit: 2,
        },
      ),
    );
    expect(narrow).toMatchObject({ count: 0, isMore: false });
  });
});
