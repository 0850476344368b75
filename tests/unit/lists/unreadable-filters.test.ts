import { expect, it } from "vitest";
import { unknownInAuditFilter } from "#lib/audit/filter.ts";
import { exportPurpose } from "#lib/customers/consents.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  partField,
  readListQuery,
  requireReadable,
  searchParams,
  unknownValues,
} from "#lib/lists/index.ts";
import { unknownInMemberFilter } from "#lib/members/filter.ts";
import { unknownInRecordQuery } from "#lib/records/filter.ts";
import { signalsAddress } from "#lib/signals/filter.ts";

const said = (query: string) => new URLSearchParams(query);

it("a filter that cannot be read refuses the file in place of letting everything out", () => {
  expect(() => requireReadable(signalsAddress.unknown(said("metric=zz&from=2025-02-30")))).toThrow(
    "This filter cannot be read: metric=zz, from=2025-02-30.",
  );
  expect(() => requireReadable(unknownInRecordQuery("orders", said("status=lost")))).toThrow(
    "This filter cannot be read: status=lost.",
  );
  expect(() => requireReadable(unknownInRecordQuery("orders", said("outcome=won")))).toThrow();
});

it("what can be read, and what is left empty, is no reason to refuse", () => {
  const signals = said("metric=nps&from=2025-02-28&to=&format=csv&source=");
  expect(() => requireReadable(signalsAddress.unknown(signals))).not.toThrow();
  const orders = said("status=whole&channel=On+site&customer=C1&outcome=");
  expect(() => requireReadable(unknownInRecordQuery("orders", orders))).not.toThrow();
});

const FILE = ["format"];
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `channel=Channel ${at}`).join("&");

it.each([
  ["a word that is too long", `channel=${"x".repeat(201)}`, "channel"],
  ["more words than count", many(21), "channel"],
  ["a NUL in a number", "customer=C1%00", "customer"],
  ["a number that is too long", `customer=${"x".repeat(201)}`, "customer"],
  ["a second value where one counts", "customer=C1&customer=C2", "customer"],
  ["a second day where one counts", "from=2026-01-01&from=2026-02-01", "from"],
  ["a misspelled name", "chanel=Phone", "chanel"],
])("a file is refused for %s, by the name of it", (_why, query, field) => {
  const unknown = unknownInRecordQuery("orders", said(query), FILE);
  expect(unknown.map((each) => each.field)).toEqual([field]);
});

it("a page passes over names that it does not know, a file takes its own ones and up to twenty words", () => {
  expect(unknownInRecordQuery("orders", said("chanel=Phone"))).toEqual([]);
  expect(unknownInRecordQuery("orders", said(`format=csv&${many(20)}`), FILE)).toEqual([]);
});

it.each([
  ...["import=nope", "moved=up", "search=a&search=b", "search=%00", "serch=a"],
  ...["attribute.from.Since=0000-01-01", "attribute.min.Visits=many", "attribute.nope.City=Wien"],
  ...["attribute.has.City=a&attribute.has.City=b", "attribute.min.A=1&attribute.is.A=x"],
])("a file of customers is refused for %s", (query) => {
  expect(customersAddress.unknown(said(query), FILE)).toHaveLength(1);
});

it("conditions on attributes that are read are no reason to refuse", () => {
  const query = "attribute.min.A=1,5&attribute.max.A=3&attribute.is.B=x&attribute.is.B=y&sort=name";
  expect(customersAddress.unknown(said(query), FILE)).toEqual([]);
});

it("files of events and of members are refused for misspelled names and second values too", () => {
  const asked = (query: string) => searchParams(said(query));
  expect(unknownInAuditFilter(asked("goup=member&format=csv"), FILE)).toHaveLength(1);
  expect(unknownInAuditFilter(asked("from=2026-01-01&from=2026-02-01"), FILE)).toHaveLength(1);
  expect(unknownInMemberFilter(asked("rol=owner"), FILE)).toHaveLength(1);
  expect(unknownInMemberFilter(asked(`search=${"x".repeat(201)}`), FILE)).toHaveLength(1);
  expect(unknownInMemberFilter(asked("search= ada &role=owner&format=csv"), FILE)).toEqual([]);
});

it("a file of customers for a purpose that nobody knows is refused", () => {
  expect(() => exportPurpose("zz")).toThrow("There is no such purpose.");
  expect([exportPurpose(null), exportPurpose("service")]).toEqual(["analysis", "service"]);
});

it("a file of several parts is the first, or the one that is named, and refused for another or for two", () => {
  const fields = { part: partField("part", ["tenths", "outcomes"]) };
  expect(readListQuery(fields, said(""))).toEqual({ part: "tenths" });
  expect(readListQuery(fields, said("part=outcomes"))).toEqual({ part: "outcomes" });
  expect(unknownValues(fields, said("part=outcomes&format=csv"), FILE)).toEqual([]);
  expect(unknownValues(fields, said("part=other"), FILE)).toHaveLength(1);
  expect(unknownValues(fields, said("part=tenths&part=outcomes"), FILE)).toHaveLength(1);
  expect(unknownValues(fields, said("file=tenths"), FILE)).toMatchObject([
    { field: "file", reason: "No parameter of this list." },
  ]);
});
