import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  archiveNeed,
  deriveImportance,
  getNeed,
  listBySegment,
  listMapped,
  listNeeds,
  listQuestions,
  listRatings,
  rateNeed,
  readComparison,
  removeRating,
  unmapQuestion,
} from "#lib/needs/index.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { makeSurveyed, type Said, type Surveyed } from "#tests/support/needs.ts";

const IMPORTANT = "How important is it that somebody calls before they come?";
const SATISFIED = "How satisfied are you with the call before the visit?";

let of: Surveyed;
beforeEach(async () => {
  of = await makeSurveyed();
});

const get = (id: string) => of.read((tx, who) => getNeed(tx, who, id));

/** The same as the database computes, one answer after the other. */
function plain(answers: readonly Said[], asked: string) {
  const last = new Map<string, Said>();
  const own = answers.filter(({ question }) => question === asked);
  for (const [at, answer] of own.entries()) {
    const who = answer.customer === undefined ? `nobody ${at}` : String(answer.customer);
    const isLater = (answer.day ?? "") > (last.get(who)?.day ?? "");
    if (isLater) last.set(who, answer);
  }
  const scores = [...last.values()].map(({ score }) => score);
  const top = scores.filter((score) => score >= 4).length;
  return { n: scores.length, top, mean: scores.reduce((a, b) => a + b, 0) / scores.length };
}

describe("questions of surveys", () => {
  it("are listed with n, scales and answers, and with what they are mapped to", async () => {
    const id = await of.make();
    await of.say([
      ...[5, 5, 4].map((score) => ({ question: IMPORTANT, score })),
      { question: SATISFIED, score: 7, min: 0, max: 10 },
      { question: "Of the house", score: 3, audience: "employee" },
    ]);
    await of.map(id, "importance", IMPORTANT);
    const found = await withTenant(of.owner, "need:read", (tx) => listQuestions(tx, of.owner));
    expect(found).toMatchObject([
      {
        ...{ question: IMPORTANT, n: 3, scales: [{ min: 1, max: 5 }], source: { name: "Survey" } },
        answers: [
          { score: 5, count: 2 },
          { score: 4, count: 1 },
        ],
        mapped: [{ aspect: "importance", need: { id } }],
      },
      { question: SATISFIED, n: 1, scales: [{ min: 0, max: 10 }], mapped: [] },
    ]);
  });

  it("are mapped once, only if somebody answered them, and taken back", async () => {
    const id = await of.make();
    await expect(of.map(id, "importance", IMPORTANT)).rejects.toMatchObject({
      code: "invalid_input",
    });
    await of.say([{ question: IMPORTANT, score: 5 }]);
    const { id: mappingId } = await of.map(id, "importance", IMPORTANT);
    await expect(of.map(id, "importance", IMPORTANT)).rejects.toMatchObject({ code: "conflict" });
    await expect(of.map(uuidv7(), "importance", IMPORTANT)).rejects.toMatchObject({
      code: "not_found",
    });
    await of.run(unmapQuestion, { mappingId });
    await expect(of.run(unmapQuestion, { mappingId })).rejects.toMatchObject({ code: "not_found" });
    await of.run(archiveNeed, { needId: id, version: 1 });
    await expect(of.map(id, "importance", IMPORTANT)).rejects.toMatchObject({ code: "conflict" });
  });

  it("have one outcome: another takes its place", async () => {
    await of.say([IMPORTANT, SATISFIED].map((question) => ({ question, score: 5 })));
    await of.map(null, "outcome", IMPORTANT);
    await of.map(null, "outcome", SATISFIED);
    const mapped = await withTenant(of.owner, "need:read", (tx) => listMapped(tx, of.owner));
    expect(mapped).toMatchObject([{ aspect: "outcome", question: SATISFIED, need: null }]);
  });
});

describe("what answers say of a need", () => {
  it("is what a plain computation over the last answer of each customer says", async () => {
    const id = await of.make();
    const random = createRandom(11, 0);
    const step = () => 1 + Math.floor(5 * random());
    const answers = [IMPORTANT, SATISFIED].flatMap((question) =>
      Array.from({ length: 120 }, (_, at) => ({
        ...{ question, score: step(), day: `2026-0${1 + Math.floor(9 * random())}-15` },
        ...(at % 4 === 0 ? {} : { customer: Math.floor(of.customers.length * random()) }),
      })),
    );
    // One day each: which of two answers of a day is the last is no question then.
    const days = new Set<string>();
    const dated = answers.filter(({ question, customer, day }) => {
      const key = `${question} ${customer} ${day}`;
      const isNew = customer === undefined || !days.has(key);
      days.add(key);
      return isNew;
    });
    await of.say(dated);
    await of.map(id, "importance", IMPORTANT);
    await of.map(id, "satisfaction", SATISFIED);
    const [importance, satisfaction] = [plain(dated, IMPORTANT), plain(dated, SATISFIED)];
    const need = await get(id);
    expect(need.importance.measure).toMatchObject({ n: importance.n, topCount: importance.top });
    expect(need.importance.measure?.mean).toBeCloseTo(importance.mean, 10);
    expect(need.satisfaction.measure).toMatchObject({
      n: satisfaction.n,
      topCount: satisfaction.top,
    });
    const [i, s] = [importance, satisfaction].map(({ top, n }) => (10 * top) / n);
    expect(need.opportunity?.score).toBeCloseTo((i ?? 0) + Math.max((i ?? 0) - (s ?? 0), 0), 10);
  });

  it("counts who was in its segment when they answered, those before its first figures as of then, and the nameless whose file named it", async () => {
    const segmentId = await of.makeSegment("Landlords", [0, 1]);
    await withTenant(of.owner, "import:write", (tx) =>
      tx.segmentMember.create({
        data: {
          ...{ segmentId, customerId: of.customers[2] ?? "" },
          ...{ validFrom: new Date("2026-01-01"), validTo: new Date("2026-02-01") },
        },
      }),
    );
    const id = await of.make({ segmentId });
    const everybody = await of.make();
    await of.say([
      ...[0, 1, 2, 3].map((customer) => ({ question: IMPORTANT, score: customer + 1, customer })),
      { question: IMPORTANT, score: 5, segmentId },
      { question: IMPORTANT, score: 5 },
    ]);
    await of.map(id, "importance", IMPORTANT);
    await of.map(everybody, "importance", IMPORTANT);
    expect((await get(id)).importance.measure).toMatchObject({ n: 3, topCount: 1 });
    expect((await get(everybody)).importance.measure).toMatchObject({ n: 6, topCount: 3 });
    const bySegment = await withTenant(of.owner, "need:read", (tx) =>
      listBySegment(tx, of.owner, everybody),
    );
    expect(bySegment).toMatchObject([
      { segment: { name: "Landlords" }, importance: { measure: { n: 3, topCount: 1 } } },
    ]);
    const ofSegment = await withTenant(of.owner, "need:read", (tx) =>
      listNeeds(tx, of.owner, { segmentId }),
    );
    expect(ofSegment.map(({ importance }) => importance.measure?.n)).toEqual([3, 3]);
    // One of them said something while in it. It counts once the segment's figures tell who was in it then.
    await of.say([{ question: IMPORTANT, score: 5, customer: 2, day: "2026-01-20" }]);
    expect((await get(id)).importance.measure).toMatchObject({ n: 3, topCount: 1 });
    await withTenant(of.owner, "segment:write", (tx) =>
      tx.segmentFigure.create({
        data: { segmentId, computedOn: new Date("2026-01-15"), customers: 1, sums: {} },
      }),
    );
    expect((await get(id)).importance.measure).toMatchObject({ n: 4, topCount: 2 });
  });

  it("refuses scales that are mixed, and reads the Kano class from pairs of one customer", async () => {
    const id = await of.make();
    const [so, not] = ["If somebody called before?", "If nobody called before?"];
    await of.say([
      { question: IMPORTANT, score: 5 },
      { question: IMPORTANT, score: 9, min: 0, max: 10 },
      ...of.customers.flatMap((_, customer) => [
        { question: so, score: 3, customer },
        { question: not, score: 1, customer },
      ]),
      { question: so, score: 5 },
    ]);
    await of.map(id, "importance", IMPORTANT);
    await of.map(id, "kano_functional", so);
    await of.map(id, "kano_dysfunctional", not);
    const need = await get(id);
    expect(need.importance.gap?.reason).toBe("mixed_scales");
    expect(need.kano.result).toMatchObject({
      kind: "must_be",
      isClear: true,
      n: of.customers.length,
    });
  });

  it("is what a report says as long as nobody has answered, until that is removed", async () => {
    const id = await of.make();
    const rating = {
      aspect: "importance",
      ...{ needId: id, n: 200, top2: 150, mean: 4.1 },
      ...{ reportedIn: "Market study 2025, p. 12", askedOn: "2025-06-01" },
    } as const;
    await of.run(rateNeed, rating);
    await expect(of.run(rateNeed, { ...rating, askedOn: "2199-01-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect((await get(id)).importance.measure).toMatchObject({
      ...{ n: 200, topCount: 150, mean: 4.1, origin: { reportedIn: "Market study 2025, p. 12" } },
    });
    const [stored] = await withTenant(of.owner, "need:read", (tx) => listRatings(tx, id));
    await of.run(removeRating, { ratingId: stored?.id ?? "" });
    expect((await get(id)).importance.measure).toBeNull();
    await expect(of.run(removeRating, { ratingId: uuidv7() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("derives importance from of.customers who answered both how it is met and how it is all in all", async () => {
    const [met, idle] = [await of.make({ statement: "Met" }), await of.make({ statement: "Idle" })];
    const random = createRandom(5, 0);
    const outcome = "How satisfied are you all in all?";
    await of.say(
      of.customers.flatMap((_, customer) => {
        const score = 1 + Math.floor(5 * random());
        return [
          { question: "Is it met?", score, customer },
          { question: "Is it idle?", score: 1 + Math.floor(5 * random()), customer },
          { question: outcome, score: 2 * score - (customer % 2), min: 0, max: 10, customer },
        ];
      }),
    );
    await of.map(met, "satisfaction", "Is it met?");
    await of.map(idle, "satisfaction", "Is it idle?");
    await of.map(null, "outcome", outcome);
    const { needs, answers } = await withTenant(of.owner, "need:read", (tx) =>
      readComparison(tx, of.owner, { segmentId: null }),
    );
    expect([needs.length, answers.length]).toEqual([2, 3 * of.customers.length]);
    const derived = deriveImportance(answers);
    if (!derived.converged) throw new Error(derived.reason);
    expect(derived.rSquared).toBeGreaterThan(0.9);
    const shareOf = (id: string) => derived.needs.find(({ needId }) => needId === id)?.share ?? 0;
    expect(shareOf(met)).toBeGreaterThan(shareOf(idle));
  });
});
