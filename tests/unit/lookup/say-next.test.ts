import { describe, expect, it } from "vitest";
import { nextSentence } from "#lib/lookup/say-next.ts";
import type { CardComplaint, CardContact, Standing } from "#lib/lookup/types.ts";
import { usualPolicy } from "#lib/tiers/usual-policy.ts";

const [best] = usualPolicy("EUR").tiers;
const standing: Standing = {
  ...{ tierName: "Platinum", tier: best ?? null, mayLeave: false },
  ...{ cutoffOn: "2026-11-01", finishedAt: null, value: null },
};

function complaint(subject: string, hoursLeft: number | null): CardComplaint {
  return {
    ...{ id: subject, number: "R1", subject, status: "Open" },
    ...{ receivedOn: "2026-11-14", hoursLeft },
  };
}

function contact(change: Partial<CardContact>): CardContact {
  return {
    ...{ kind: "interaction", occurredOn: "2026-11-16", text: "Window confirmed" },
    ...{ channel: "phone", isThanks: false, score: null, scaleMax: null },
    ...{ amountMinor: null, currency: null },
    ...change,
  };
}

describe("what to say next", () => {
  it("is about the complaint whose promise runs out first", () => {
    const complaints = [complaint("Bill", null), complaint("Tap", 6), complaint("Oven", -2)];
    expect(nextSentence({ complaints, contacts: [contact({})], standing })).toEqual({
      ...{ kind: "waiting", subject: "Oven", receivedOn: "2026-11-14" },
      ...{ hoursLeft: -2, promisedHours: 4 },
    });
  });

  it("promises nothing that no tier promises", () => {
    const complaints = [complaint("Bill", null)];
    expect(nextSentence({ complaints, contacts: [], standing: "no_run" })).toMatchObject({
      ...{ subject: "Bill", hoursLeft: null, promisedHours: null },
    });
  });

  it("is what was spoken about last where nothing is open", () => {
    const contacts = [
      contact({ kind: "order", text: "Oven" }),
      contact({ isThanks: true, text: "Patience" }),
      contact({ text: null }),
      contact({ occurredOn: "2026-11-10" }),
    ];
    expect(nextSentence({ complaints: [], contacts, standing })).toEqual({
      ...{ kind: "spoken", text: "Window confirmed", occurredOn: "2026-11-10" },
    });
  });

  it("is nothing where nothing is recorded", () => {
    expect(nextSentence({ complaints: [], contacts: [], standing })).toBeNull();
  });
});
