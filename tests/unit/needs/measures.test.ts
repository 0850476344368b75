import { describe, expect, it } from "vitest";
import { deriveImportance } from "#lib/needs/derive-importance.ts";
import { disagreementsOf } from "#lib/needs/disagreements.ts";
import { toFiveSteps } from "#lib/needs/five-steps.ts";
import { type CountedAnswer, measureAspect } from "#lib/needs/measure-aspect.ts";
import { measureKano } from "#lib/needs/measure-kano.ts";
import { opportunityOf } from "#lib/needs/measure-opportunity.ts";
import { parseQuestionKey, questionKey } from "#lib/needs/question-key.ts";
import { MapQuestion, RateNeed } from "#lib/needs/schema.ts";
import type { NeedRating } from "#lib/needs/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const FIVE = { min: 1, max: 5, higherIsBetter: true };
const counted = (counts: readonly number[], scale = FIVE): CountedAnswer[] =>
  counts.map((count, at) => ({ ...scale, score: scale.min + at, count }));
const report = (askedOn: string, top2: number): NeedRating => ({
  ...{ id: ID, aspect: "importance", n: 100, mean: null, top2, reportedIn: "Study", askedOn },
});

describe("answers in five steps", () => {
  it("are put on 1 to 5 from every scale of five steps, turned where less is better", () => {
    expect(toFiveSteps({ ...FIVE, score: 4 })).toBe(4);
    expect(toFiveSteps({ min: 0, max: 4, higherIsBetter: true, score: 0 })).toBe(1);
    expect(toFiveSteps({ min: -2, max: 2, higherIsBetter: true, score: 2 })).toBe(5);
    expect(toFiveSteps({ ...FIVE, higherIsBetter: false, score: 2 })).toBe(4);
  });

  it("are none on another scale, between two steps, or off the scale", () => {
    expect(toFiveSteps({ min: 0, max: 10, higherIsBetter: true, score: 7 })).toBeNull();
    expect(toFiveSteps({ ...FIVE, score: 3.5 })).toBeNull();
    expect(toFiveSteps({ ...FIVE, score: 6 })).toBeNull();
  });
});

describe("an aspect of a need", () => {
  it("has n, mean with interval, and the share of 4 and 5 with its own", () => {
    const { measure, gap } = measureAspect(counted([1, 1, 1, 1, 1]));
    expect(gap).toBeNull();
    expect(measure).toMatchObject({ n: 5, mean: 3, topCount: 2, leftOut: 0 });
    expect(measure?.top.value).toBeCloseTo(0.4, 12);
    // The worked value of meanInterval: 1 to 5 give 1.037 to 4.963.
    expect(measure?.meanInterval?.[0]).toBeCloseTo(1.037, 2);
    expect(measure?.meanInterval?.[1]).toBeCloseTo(4.963, 2);
  });

  it("counts apart what stands between two steps", () => {
    const { measure } = measureAspect([
      ...counted([0, 0, 0, 2, 1]),
      { ...FIVE, score: 4.5, count: 3 },
    ]);
    expect(measure).toMatchObject({ n: 3, leftOut: 3 });
  });

  it("refuses another scale, and several at once, and says which", () => {
    const ten = { min: 0, max: 10, higherIsBetter: true };
    expect(measureAspect(counted([1], ten))).toEqual({
      measure: null,
      gap: { reason: "other_scale", scales: [{ min: 0, max: 10 }] },
    });
    expect(measureAspect([...counted([1, 1]), ...counted([1], ten)]).gap).toEqual({
      reason: "mixed_scales",
      scales: [
        { min: 1, max: 5 },
        { min: 0, max: 10 },
      ],
    });
  });

  it("takes the last report where nobody answered, and none where somebody did", () => {
    const reports = [report("2026-01-05", 60), report("2026-03-01", 80)];
    expect(measureAspect([], reports).measure).toMatchObject({
      ...{ n: 100, topCount: 80, mean: null, meanInterval: null },
      origin: { kind: "report", reportedIn: "Study", askedOn: "2026-03-01" },
    });
    expect(measureAspect(counted([0, 0, 0, 1]), reports).measure?.origin.kind).toBe("answers");
    expect(measureAspect([])).toEqual({ measure: null, gap: null });
  });

  it("makes an opportunity with the other: 90 and 40 of 100 give 14", () => {
    const importance = measureAspect(counted([10, 0, 0, 0, 90]));
    const satisfaction = measureAspect(counted([60, 0, 0, 0, 40]));
    const found = opportunityOf(importance, satisfaction);
    expect(found?.score).toBeCloseTo(14, 12);
    expect(found?.band).toBe("high");
    expect(found?.interval[0]).toBeCloseTo(12.22, 2);
    expect(opportunityOf(importance, { measure: null, gap: null })).toBeNull();
  });
});

describe("the Kano class of a need", () => {
  const answer = (score: number) => ({ ...FIVE, score });

  it("reads 5 as like and 1 as dislike, the other way round where less is better", () => {
    const pairs = [{ ifSo: answer(5), ifNotSo: answer(1), count: 40 }];
    expect(measureKano(pairs).result).toMatchObject({ kind: "one_dimensional", n: 40 });
    const turned = { ...FIVE, higherIsBetter: false };
    const same = [{ ifSo: { ...turned, score: 1 }, ifNotSo: { ...turned, score: 5 }, count: 40 }];
    expect(measureKano(same)).toEqual(measureKano(pairs));
  });

  it("is none without pairs, and refused on another scale", () => {
    expect(measureKano([])).toEqual({ result: null, gap: null });
    const seven = { min: 1, max: 7, higherIsBetter: true, score: 7 };
    expect(measureKano([{ ifSo: seven, ifNotSo: seven, count: 1 }]).gap?.reason).toBe(
      "other_scale",
    );
  });
});

describe("derived importance", () => {
  const random = createRandom(7, 0);
  const step = (value: number) => Math.min(5, Math.max(1, Math.round(value)));
  const answersOf = (customers: number) =>
    Array.from({ length: customers }, (_, at) => {
      const customerId = `c${at}`;
      const [met, idle] = [1 + 4 * random(), 1 + 4 * random()];
      return [
        { ...FIVE, customerId, needId: "met", score: step(met) },
        { ...FIVE, customerId, needId: "idle", score: step(idle) },
        {
          ...{ min: 0, max: 10, higherIsBetter: true },
          customerId,
          needId: null,
          score: Math.round(2 * met),
        },
      ];
    }).flat();

  it("finds the need that the outcome follows, and tells the other from it", () => {
    const found = deriveImportance(answersOf(200));
    if (!found.converged) throw new Error(found.reason);
    const [idle, met] = found.needs;
    expect(found).toMatchObject({ respondents: 200, leftOut: [] });
    expect(met).toMatchObject({ needId: "met", isAboveChance: true });
    expect(met?.share).toBeGreaterThan(0.9);
    expect(idle).toMatchObject({ needId: "idle", isAboveChance: false });
  });

  it("says why there is none: no outcome, several scales of it, too few answers", () => {
    const all = answersOf(40);
    expect(deriveImportance(all.filter(({ needId }) => needId))).toMatchObject({
      reason: "no_outcome",
    });
    const mixed = [...all, { ...FIVE, customerId: "other", needId: null, score: 3 }];
    expect(deriveImportance(mixed)).toMatchObject({ reason: "mixed_outcome" });
    expect(deriveImportance(answersOf(20))).toMatchObject({
      ...{ converged: false, reason: "no_drivers" },
      leftOut: ["idle", "met"],
    });
  });
});

describe("the three views of a need", () => {
  const importance = (top: number) => measureAspect(counted([100 - top, 0, 0, 0, top]));
  const need = (top: number, kano = measureKano([])) => ({
    importance: importance(top),
    kano,
  });
  const derived = (isAboveChance: boolean) =>
    ({ needId: ID, share: 0.4, interval: [0.2, 0.6], isAboveChance }) as const;

  it("disagree where it is said to be important and moves nothing, and the other way round", () => {
    expect(disagreementsOf(need(80), derived(false))).toEqual(["said_moves_nothing"]);
    expect(disagreementsOf(need(20), derived(true))).toEqual(["moves_unsaid"]);
    expect(disagreementsOf(need(80), derived(true))).toEqual([]);
    // 52 of 100 could be less than one half.
    expect(disagreementsOf(need(52), derived(false))).toEqual([]);
  });

  it("disagree with a Kano class only where it is clear", () => {
    const pair = (so: number, not: number, count: number) => ({
      ...{ ifSo: { ...FIVE, score: so }, ifNotSo: { ...FIVE, score: not } },
      count,
    });
    const indifferent = measureKano([pair(3, 3, 100)]);
    expect(disagreementsOf(need(80, indifferent), null)).toEqual(["important_indifferent"]);
    expect(disagreementsOf(need(20, measureKano([pair(4, 1, 90)])), null)).toEqual([
      "taken_for_granted",
    ]);
    const open = measureKano([pair(3, 3, 50), pair(5, 3, 48)]);
    expect(disagreementsOf(need(80, open), null)).toEqual([]);
  });
});

describe("what a form says of a need", () => {
  it("names a question with any signs and line ends", () => {
    const asked = { sourceId: ID, question: "Wie wichtig?\n100 % – ja/nein" };
    expect(parseQuestionKey(questionKey(asked))).toEqual(asked);
    for (const bad of ["", ID, `${ID}.`, "x.What", `${ID}.%E0%A4`])
      expect(parseQuestionKey(bad)).toBeNull();
  });

  it("is refused where a need is missing, and where the outcome has one", () => {
    const picked = questionKey({ sourceId: ID, question: "How?" });
    const fieldsOf = (input: object) =>
      MapQuestion.safeParse({ picked, ...input }).error?.issues.map(({ path }) => path.join("."));
    expect(fieldsOf({ aspect: "importance", needId: "" })).toEqual(["needId"]);
    expect(fieldsOf({ aspect: "outcome", needId: ID })).toEqual(["needId"]);
    expect(fieldsOf({ aspect: "outcome", needId: "" })).toBeUndefined();
    expect(fieldsOf({ picked: "", aspect: "outcome" })).toEqual(["picked"]);
  });

  it("is refused where more chose the best two than answered", () => {
    const given = {
      needId: ID,
      aspect: "importance",
      n: "10",
      top2: "11",
      reportedIn: "S",
      askedOn: "2026-01-01",
    };
    expect(RateNeed.safeParse(given).error?.issues[0]?.path).toEqual(["top2"]);
    expect(RateNeed.parse({ ...given, top2: "7", mean: "4,2" })).toMatchObject({
      n: 10,
      top2: 7,
      mean: 4.2,
    });
    expect(RateNeed.safeParse({ ...given, top2: "7", mean: "5.5" }).success).toBe(false);
  });
});
