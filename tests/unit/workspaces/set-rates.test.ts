import { describe, expect, it } from "vitest";
import { SetRates } from "#lib/workspaces/schema.ts";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";

const EMPTY = {
  version: "1",
  marginPercent: "",
  costPerOrder: "",
  costPerReturn: "",
  retentionCostPerYear: "",
  ...Object.fromEntries(CONTACT_CHANNELS.map((channel) => [`contact_${channel}`, ""])),
};
const parse = (input: object) => SetRates.parse({ ...EMPTY, ...input });
const fieldsOf = (input: object) =>
  SetRates.safeParse({ ...EMPTY, ...input }).error?.issues.map((issue) => issue.path.join("."));

describe("SetRates", () => {
  it("reads a percentage as a rate from 0 to 1, with point or comma", () => {
    expect(parse({ marginPercent: "37.5", costPerOrder: "3,20" })).toMatchObject({
      marginRate: 0.375,
      costPerOrder: 3.2,
    });
  });

  it("takes an empty field for not set, and 0 for 0", () => {
    expect(parse({ marginPercent: "", costPerOrder: " " })).toMatchObject({
      marginRate: null,
      costPerOrder: null,
    });
    expect(parse({ marginPercent: "0", costPerOrder: "0" }).marginRate).toBe(0);
  });

  it.each(["101", "-1", "forty", "1e2", "1.234,5"])("refuses a margin of %s", (marginPercent) => {
    expect(fieldsOf({ marginPercent, costPerOrder: "" })).toEqual(["marginPercent"]);
  });

  it("keeps the cost of each channel apart", () => {
    expect(parse({ contact_phone: "4.5", contact_post: "0" }).costPerContact).toEqual({
      ...{ phone: 4.5, post: 0 },
      ...{ email: null, chat: null, face_to_face: null, social: null },
    });
    expect(fieldsOf({ contact_chat: "-2" })).toEqual(["contact_chat"]);
  });

  it("reads what keeping a customer costs a year", () => {
    expect(parse({ retentionCostPerYear: "12,50" }).retentionCostPerYear).toBe(12.5);
    expect(parse({}).retentionCostPerYear).toBeNull();
    expect(fieldsOf({ retentionCostPerYear: "-1" })).toEqual(["retentionCostPerYear"]);
  });

  it("refuses a cost that is no amount", () => {
    expect(fieldsOf({ marginPercent: "", costPerOrder: "€3" })).toEqual(["costPerOrder"]);
  });
});
