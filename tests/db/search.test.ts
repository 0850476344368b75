import { beforeEach, describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findCustomers } from "#lib/search/index.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await makeTenant();
  await addCustomers(tenant.session, {
    "C-100": { name: "Papadaki, Dimitra", email: "dimitra@x.example" },
    "C-101": { name: "Papageorgiou, Nikos", email: "nikos@x.example" },
    "PAPA-7": null,
  });
});

/** One stored with its country code, one without. */
const addPhones = () =>
  addCustomers(tenant.session, {
    "C-102": {
      name: "Maria del Carmen Garcia y Lopez",
      email: "maria@x.example",
      phone: "+43 (0)664 123 45 67",
    },
    "C-103": { name: "Ångström-O’Neil, Sean", phone: "(089) 99 88 77" },
  });

const find = async (text: string, who: Session = tenant.session, limit = 12) =>
  withTenant(who, "customer:read", (tx) => findCustomers(tx, who, text, limit));
const numbers = async (text: string, who?: Session, limit?: number) =>
  (await find(text, who, limit)).map(({ externalId }) => externalId);

describe("the search of the palette", () => {
  it("finds customers by the beginning of name, number or address, by name", async () => {
    expect(await numbers("papa")).toEqual(["C-100", "C-101", "PAPA-7"]);
    expect(await numbers("PAPAD")).toEqual(["C-100"]);
    expect(await numbers("c-10")).toEqual(["C-100", "C-101"]);
    expect(await numbers("nikos@")).toEqual(["C-101"]);
  });

  it("finds nobody for nothing, for what is no text, and for who is not there", async () => {
    expect(await numbers("  ")).toEqual([]);
    expect(await numbers("\0")).toEqual([]);
    expect(await numbers("%")).toEqual([]);
    expect(await numbers("zz")).toEqual([]);
  });

  it.each([
    ["dimitra", ["C-100"]],
    ["nikos papa", ["C-101"]],
    ["garcia", ["C-102"]],
    ["lopez", ["C-102"]],
    ["del carmen", ["C-102"]],
    ["oneil", ["C-103"]],
    ["angstrom", ["C-103"]],
    ["maria@", ["C-102"]],
    ["MARIA@X.EXAMPLE", ["C-102"]],
  ])("finds any word of a name, and an address, by %s", async (text, found) => {
    await addPhones();
    expect(await numbers(text)).toEqual(found);
  });

  it.each([
    ...["isik", "ışık", "Işık", "IŞIK", "yildiz isik"].map((text) => [text, "T-1"] as const),
    ...["jorgensen", "Jørgensen", "łódz", "lodz"].map((text) => [text, "T-2"] as const),
  ])("finds a name with letters of their own by %s", async (text, found) => {
    await addCustomers(tenant.session, {
      "T-1": { name: "Işık Yıldız", email: "t1@x.example" },
      "T-2": { name: "Jørgensen Łódź", email: "t2@x.example" },
    });
    expect(await numbers(text)).toEqual([found]);
  });

  it.each([
    ["+43 664 1234567", ["C-102"]],
    ["0043 (0)664 / 123 45 67", ["C-102"]],
    ["06641234567", ["C-102"]],
    ["664 123 45", []],
    ["+43 664 12", ["C-102"]],
    ["1234567", ["C-102"]],
    ["+49 89 998877", ["C-103"]],
    ["089998877", ["C-103"]],
    ["99", []],
  ])("finds a phone number by %s", async (text, found) => {
    await addPhones();
    expect(await numbers(text)).toEqual(found);
    expect(await numbers(text, tenant.sessionAs("department_head"))).toEqual([]);
  });

  it("ends at its limit", async () => {
    expect(await numbers("papa", tenant.session, 2)).toHaveLength(2);
  });

  it("neither searches nor shows names for those who may not read them", async () => {
    const head = tenant.sessionAs("department_head");
    expect(await numbers("papad", head)).toEqual([]);
    expect(await numbers("nikos@", head)).toEqual([]);
    expect(await find("c-100", head)).toMatchObject([{ externalId: "C-100", name: null }]);
  });

  it("cannot see another workspace's", async () => {
    const stranger = (await makeTenant()).session;
    expect(await numbers("papa", stranger)).toEqual([]);
  });
});

describe("a search with a mistake in it", () => {
  beforeEach(async () => {
    await addCustomers(tenant.session, {
      "414": { name: "Finch, Alma" },
      "00777": { name: "Alma Finch" },
      "C-900": { name: "Zoë Strømberg" },
    });
  });

  it.each([
    ["Alma Finck", ["00777", "414"]],
    ["Ama Finch", ["00777", "414"]],
    ["Finhc Alma", ["00777", "414"]],
    ["Finnch", ["414", "00777"]],
    ["stromburg", ["C-900"]],
  ])("finds who was meant by %s, and says that it is not what was asked for", async (text, ids) => {
    const found = await find(text);
    expect(found.map(({ externalId }) => externalId).sort()).toEqual(ids.toSorted());
    expect(found.every(({ isNear }) => isNear)).toBe(true);
  });

  it("finds nobody two mistakes away, and nobody else where somebody is found", async () => {
    expect(await numbers("Alna Finck")).toEqual([]);
    expect(await numbers("PAPAD")).toEqual(["C-100"]);
    expect((await find("Alma"))[0]?.isNear).toBe(false);
  });

  it.each([
    ["00414", ["414"]],
    ["4 14", ["414"]],
    ["777", ["00777"]],
    ["0777", ["00777"]],
    ["c- 900", ["C-900"]],
  ])("finds a number written as %s", async (text, ids) => {
    expect(await numbers(text)).toEqual(ids);
  });

  it("finds by numbers only for who may not read personal data, and nobody of another workspace", async () => {
    const masked = { ...tenant.session, permissions: new Set(ROLE_PERMISSIONS.executive) };
    expect(await find("Alma Finck", masked)).toEqual([]);
    expect(await numbers("00414", masked)).toEqual(["414"]);
    expect(await numbers("Alma Finck", (await makeTenant()).session)).toEqual([]);
  });
});
