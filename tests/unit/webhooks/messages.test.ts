import { describe, expect, it } from "vitest";
import { DomainError } from "#lib/errors/index.ts";
import { curlExample } from "#lib/webhooks/curl-example.ts";
import { readFormbricks } from "#lib/webhooks/formbricks.ts";
import { readComplaints, readInteractions, readSignals } from "#lib/webhooks/items.ts";
import type { HookFormat, HookKind } from "#lib/webhooks/types.ts";

const CONTEXT = { timeZone: "Europe/Vienna", latestOn: "2026-11-23" };

const refusedAt = (read: () => unknown): string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return Object.keys(error.detail.fields ?? {});
    throw error;
  }
  return [];
};

describe("the items of a message", () => {
  it("become signals: the day is that of the workspace, nothing said is nothing", () => {
    const item = { externalId: " 7 ", occurredAt: "2026-11-20T23:30:00Z", metric: "nps", score: 9 };
    const [signal] = readSignals({ items: [{ ...item, body: "  " }] }, CONTEXT);
    expect(signal).toMatchObject({
      ...{ line: 1, externalId: "7", occurredOn: "2026-11-21", body: null, audience: undefined },
      ...{ score: 9, scale: { min: 0, max: 10, higherIsBetter: true }, customerEmail: null },
    });
  });

  it.each([
    ["no number", { occurredOn: "2026-11-20" }, "/items/0/externalId"],
    ["no day", { externalId: "1" }, "/items/0/occurredOn"],
    ["a day to come", { externalId: "1", occurredOn: "2026-11-24" }, "/items/0/occurredOn"],
    [
      "an instant without offset",
      { externalId: "1", occurredAt: "2026-11-20T10:00:00" },
      "/items/0/occurredAt",
    ],
    [
      "a score without scale",
      { externalId: "1", occurredOn: "2026-11-20", score: 3 },
      "/items/0/score",
    ],
    [
      "a score outside",
      { externalId: "1", occurredOn: "2026-11-20", metric: "nps", score: 11 },
      "/items/0/score",
    ],
    ["a NUL", { externalId: "1", occurredOn: "2026-11-20", body: "a\0b" }, "/items/0/body"],
    [
      "half a character",
      { externalId: "1", occurredOn: "2026-11-20", body: "\ud83d" },
      "/items/0/body",
    ],
    [
      "no address",
      { externalId: "1", occurredOn: "2026-11-20", customerEmail: "x" },
      "/items/0/customerEmail",
    ],
  ])("are refused with %s", (_, item, place) => {
    expect(refusedAt(() => readSignals({ items: [item] }, CONTEXT))).toEqual([place]);
  });

  it("are refused when a number stands twice, when there are none, and when it is something else", () => {
    const item = { externalId: "1", occurredOn: "2026-11-20" };
    expect(refusedAt(() => readSignals({ items: [item, item] }, CONTEXT))).toEqual([
      "/items/1/externalId",
    ]);
    expect(refusedAt(() => readSignals({ items: [] }, CONTEXT))).toEqual(["/items"]);
    expect(refusedAt(() => readSignals([item], CONTEXT))).toEqual([""]);
  });

  it("become complaints and interactions", () => {
    const complaint = { externalId: "c", receivedOn: "2026-11-20", closedOn: "2026-11-19" };
    expect(refusedAt(() => readComplaints({ items: [complaint] }, CONTEXT))).toEqual([
      "/items/0/closedOn",
    ]);
    const fine = { ...complaint, closedOn: "2026-11-21", isTimely: true };
    expect(readComplaints({ items: [fine] }, CONTEXT)[0]).toMatchObject({
      isTimely: true,
      body: null,
    });
    const contact = { externalId: "i", occurredOn: "2026-11-20", durationSeconds: 90 };
    expect(readInteractions({ items: [contact] }, CONTEXT)[0]).toMatchObject({
      ...{ kind: undefined, durationSeconds: 90 },
    });
  });
});

describe("a message of Formbricks", () => {
  const message = (event: string, data: object) => ({
    webhookId: "w",
    event,
    data: {
      ...{ id: "r1", surveyId: "s1", createdAt: "2026-11-20T23:30:00.000Z", finished: true },
      ...{ updatedAt: "2026-11-20T23:31:00.000Z", ttc: {}, meta: {}, tags: [], language: "de" },
      contact: { id: "k1", userId: "C-7" },
      contactAttributes: { email: "Ann@Example.com" },
      ...data,
    },
  });

  it.each(["responseCreated", "responseUpdated", "responseFinished"])(
    "%s becomes a signal for each answer, scored where that is known",
    (event) => {
      const answers = {
        nps1: 9,
        why: "Quick",
        which: ["a", "b"],
        empty: "",
        where: { city: "Linz" },
        stars: 4,
      };
      const signals = readFormbricks(message(event, { data: answers }), CONTEXT, {
        nps1: { metric: "nps", header: null },
      });
      expect(signals.map(({ externalId, score, body }) => [externalId, score, body])).toEqual([
        ["r1#nps1", 9, null],
        ["r1#why", null, "Quick"],
        ["r1#which", null, "a, b"],
        ["r1#where", null, "city: Linz"],
        ["r1#stars", null, "4"],
      ]);
      expect(signals[0]).toMatchObject({
        ...{ metric: "nps", occurredOn: "2026-11-21", language: "de" },
        ...{ customerExternalId: "C-7", customerEmail: "ann@example.com" },
      });
    },
  );

  it("keeps a number outside its scale in words, and who it is out of the answers", () => {
    const data = { nps1: 11, verifiedEmail: "bo@example.com" };
    const [signal, ...others] = readFormbricks(
      message("responseFinished", { data, contact: null, contactAttributes: null }),
      CONTEXT,
      { nps1: { metric: "nps", header: null } },
    );
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ score: null, body: "11", customerEmail: "bo@example.com" });
  });

  it("that only asks whether anybody is there holds nothing", () => {
    expect(readFormbricks({ event: "testEndpoint" }, CONTEXT, {})).toEqual([]);
  });

  it("of another kind is refused", () => {
    expect(refusedAt(() => readFormbricks({ event: "surveyDeleted" }, CONTEXT, {}))).toEqual([
      "/event",
    ]);
  });
});

describe("the example beside a hook", () => {
  const bodyOf = (kind: HookKind, format: HookFormat): unknown => {
    const [, body = ""] =
      /^BODY='(.*)'$/m.exec(curlExample("https://x.example/", { kind, format })) ?? [];
    return JSON.parse(body);
  };

  it("is a message that the hook takes", () => {
    expect(readSignals(bodyOf("signals", "items"), CONTEXT)).toHaveLength(1);
    expect(readComplaints(bodyOf("complaints", "items"), CONTEXT)).toHaveLength(1);
    expect(readInteractions(bodyOf("interactions", "items"), CONTEXT)).toHaveLength(1);
    const asked = { recommend: { metric: "nps", header: null } } as const;
    expect(readFormbricks(bodyOf("signals", "formbricks"), CONTEXT, asked)).toHaveLength(2);
  });
});
