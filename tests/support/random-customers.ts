import type { Session } from "#lib/auth/types.ts";
import { derivedBasis, LAWFUL_BASES } from "#lib/customers/consents.ts";
import { PURPOSES } from "#lib/customers/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { CustomerFacts, Fact } from "#lib/segments/types.ts";
import type { Random } from "#lib/stats/create-random.ts";
import { countWindows, DAYS, needFacts, orderWindows, QUESTIONS, STORED } from "./random-facts.ts";
import { CHANNELS, NEEDS, PRODUCTS, pick, RANDOM_ATTRIBUTES, randomDay } from "./random-rules.ts";

const STATUSES = ["Closed", "open", "in progress", "Resolved today", "undisclosed", null] as const;
const SCALES = [
  { scaleMin: 0, scaleMax: 10, higherIsBetter: true },
  { scaleMin: 1, scaleMax: 5, higherIsBetter: false },
  { scaleMin: 1, scaleMax: 7, higherIsBetter: null },
  { scaleMin: 1, scaleMax: 5, higherIsBetter: true },
  { scaleMin: 0, scaleMax: 4, higherIsBetter: null },
  { scaleMin: null, scaleMax: null, higherIsBetter: null },
] as const;

/** A customer with every row that a rule may ask of. */
type RandomCustomer = ReturnType<typeof randomCustomer>;
/** Make customers by chance with what they did, and tell what is true of each, worked out here without SQL. */
export async function addRandomCustomers(
  session: Session,
  random: Random,
  count: number,
): Promise<Map<string, CustomerFacts>> {
  const customers = Array.from({ length: count }, () => randomCustomer(random));
  await store(session, customers);
  return new Map(customers.map((customer) => [customer.id, factsOf(customer)]));
}

function randomCustomer(random: Random) {
  const maybe = <T>(value: T, chance = 0.7): T | null => (random() < chance ? value : null);
  const whole = (below: number) => Math.floor(random() * below);
  const many = <T>(make: () => T, most = 3): T[] => Array.from({ length: whole(most + 1) }, make);
  return {
    id: newId(),
    registeredOn: maybe(randomDay(random)),
    attributes: Object.fromEntries(
      Object.entries(STORED).flatMap(([name, values]) =>
        random() < 0.8 ? [[name, pick(random, values)]] : [],
      ),
    ),
    value: randomValueRow(random),
    score: maybe({
      tier: 1 + whole(4),
      percentile: maybe(whole(1_001) / 10, 0.9),
      pAlive: maybe(whole(11) / 10, 0.9),
    }),
    orders: many(() => ({
      ...{ id: newId(), orderedOn: pick(random, DAYS), amountMinor: whole(9) * 1_000 },
      channel: maybe(pick(random, CHANNELS)),
      productCode: maybe(pick(random, PRODUCTS), 0.4),
      lines: many(() => maybe(pick(random, PRODUCTS)), 2),
    })),
    complaints: many(() => ({
      receivedOn: pick(random, DAYS),
      closedOn: maybe("2026-11-30", 0.3),
      status: pick(random, STATUSES),
    })),
    signals: many(() => randomSignal(random), 9),
    interactions: many(() => pick(random, DAYS)),
    consents: PURPOSES.flatMap((purpose) =>
      random() < 0.5
        ? [{ purpose, state: pick(random, ["given", "withdrawn", "unknown"] as const) }]
        : [],
    ),
  };
}

function randomSignal(random: Random) {
  const scale = pick(random, SCALES);
  const { scaleMin, scaleMax } = scale;
  const steps = scaleMin === null || scaleMax === null ? 0 : scaleMax - scaleMin;
  // Few days, so that many come on the same one.
  const day = pick(random, ["2026-05-01", "2026-05-02", "2026-05-03"]);
  return {
    id: newId(),
    question: random() < 0.7 ? pick(random, QUESTIONS).question : null,
    audience: random() < 0.85 ? "customer" : "employee",
    occurredOn: day,
    occurredAt: random() < 0.5 ? new Date(`${day}T10:00:0${Math.floor(random() * 9)}Z`) : null,
    score:
      random() < 0.3 && steps > 0 ? null : (scaleMin ?? 3) + Math.floor(random() * (steps + 1)),
    ...scale,
  };
}

/** As the value job leaves it: nothing before it ran, no days or amounts of who has no order, no margin without a rate. */
function randomValueRow(random: Random) {
  if (random() < 0.15) return null;
  const none = { orderCount: null, purchaseDays: null, revenueMinor: null, marginMinor: null };
  const unscored = { recencyScore: null, frequencyScore: null, monetaryScore: null };
  if (random() < 0.15) return { ...none, ...unscored, firstOrderedOn: null, lastOrderedOn: null };
  const [firstOrderedOn = "", lastOrderedOn = ""] = [randomDay(random), randomDay(random)].sort();
  const purchaseDays = 1 + Math.floor(random() * 5);
  const revenueMinor = pick(random, [0, 1_000, 5_000, 9_999, 12_050, 12_051]);
  return {
    orderCount: purchaseDays + Math.floor(random() * 3),
    purchaseDays,
    revenueMinor,
    marginMinor: random() < 0.7 ? revenueMinor / 2 - 0.5 * (revenueMinor % 2) : null,
    recencyScore: 1 + Math.floor(random() * 5),
    frequencyScore: 1 + Math.floor(random() * 5),
    monetaryScore: 1 + Math.floor(random() * 5),
    firstOrderedOn,
    lastOrderedOn,
  };
}

function factsOf(customer: RandomCustomer): CustomerFacts {
  const { attributes, registeredOn, value, score, complaints, signals, interactions } = customer;
  const since = [registeredOn, value?.firstOrderedOn ?? null].flatMap((day) => day ?? []).sort();
  const fields: Record<string, Fact> = {
    ...valueFacts(value),
    "customer.since": since[0] ?? null,
    ...(score && {
      "value.tier": score.tier,
      "value.percentile": score.percentile,
      "value.pAlive": score.pAlive,
    }),
    "orders.channel": customer.orders.flatMap(({ channel }) => channel ?? []),
    "orders.product": customer.orders.flatMap(({ productCode, lines }) =>
      [productCode, ...lines].flatMap((code) => code ?? []),
    ),
    ...orderWindows(customer.orders),
    ...countWindows(
      "complaints",
      complaints.map(({ receivedOn }) => receivedOn),
    ),
    ...countWindows("interactions", interactions),
    ...needFacts(signals),
    "complaints.open": complaints.filter(isOpen).length,
    "complaints.count": complaints.length,
    "signals.lastScore": lastScore(signals),
    "signals.count": signals.filter(({ audience }) => audience === "customer").length,
    "interactions.count": interactions.length,
    consent: bases(customer),
  };
  return { fields, attributes };
}

function valueFacts(value: RandomCustomer["value"]): Record<string, Fact> {
  if (!value?.recencyScore) return { "orders.count": 0, "orders.days": 0 };
  const { recencyScore, frequencyScore, monetaryScore } = value;
  return {
    "orders.count": value.orderCount,
    "orders.days": value.purchaseDays,
    "orders.amount": value.revenueMinor,
    "orders.firstOn": value.firstOrderedOn,
    "orders.lastOn": value.lastOrderedOn,
    "rfm.recency": recencyScore,
    "rfm.frequency": frequencyScore,
    "rfm.monetary": monetaryScore,
    "rfm.cell": `${recencyScore}${frequencyScore}${monetaryScore}`,
    "value.margin": value.marginMinor,
  };
}

function isOpen({ closedOn, status }: RandomCustomer["complaints"][number]): boolean {
  return closedOn === null && !/\b(closed|resolved)\b/i.test(status ?? "");
}

function lastScore(signals: RandomCustomer["signals"]): number | null {
  const scored = signals.flatMap((signal) => {
    const { audience, score, scaleMin, scaleMax, higherIsBetter } = signal;
    if (audience !== "customer" || score === null || scaleMin === null) return [];
    const above = higherIsBetter === false ? scaleMax - score : score - scaleMin;
    const at = signal.occurredAt?.toISOString() ?? "";
    return [
      {
        order: `${signal.occurredOn} ${at} ${signal.id}`,
        score: (above / (scaleMax - scaleMin)) * 10,
      },
    ];
  });
  return scored.toSorted((a, b) => (a.order < b.order ? 1 : -1))[0]?.score ?? null;
}

function bases({ consents, orders }: RandomCustomer): string[] {
  return PURPOSES.filter((purpose) => {
    const state = consents.find((each) => each.purpose === purpose)?.state ?? null;
    return state === "given" || derivedBasis(purpose, state, orders.length > 0) !== null;
  });
}

async function store(session: Session, customers: readonly RandomCustomer[]): Promise<void> {
  await withTenant(
    session,
    "customer:write",
    async (tx) => {
      const sourceId = newId();
      const runId = newId();
      await tx.dataSource.create({ data: { id: sourceId, name: "Everything", kind: "other" } });
      await tx.clvRun.create({
        data: {
          ...{ id: runId, status: "succeeded", askedModel: "auto", model: "mbg_nbd" },
          ...{ horizonMonths: 36, discountRateAnnual: 0.1, currency: session.workspace.currency },
          ...{
            finishedAt: new Date("2026-11-20T04:00:00Z"),
            customers: customers.length,
          },
        },
      });
      const facts = { fillCount: 1, distinctCount: 1, samples: [] };
      await tx.customerAttribute.createMany({
        data: [...RANDOM_ATTRIBUTES].map(([name, type]) => ({ name, type, ...facts })),
      });
      await tx.customerNeed.createMany({
        data: NEEDS.map((id) => ({ id, statement: `Need ${id}`, kind: "functional" })),
      });
      await tx.needQuestion.createMany({ data: QUESTIONS.map((each) => ({ ...each })) });
      await tx.customer.createMany({
        data: customers.map(({ id, registeredOn, attributes }) => ({
          ...{ id, externalId: `C-${id}`, attributes },
          registeredOn: registeredOn === null ? null : new Date(registeredOn),
        })),
      });
      await tx.customerValue.createMany({
        data: customers.flatMap(({ id, value }) => (value ? [valueRow(id, value)] : [])),
      });
      await tx.clvScore.createMany({
        data: customers.flatMap(({ id, score }) =>
          score ? [{ runId, customerId: id, valueMinor: 1_000n, ...score }] : [],
        ),
      });
      await tx.customerOrder.createMany({ data: customers.flatMap(orderRows(session)) });
      await tx.orderLine.createMany({ data: customers.flatMap(lineRows) });
      await tx.complaint.createMany({
        data: customers.flatMap(({ id, complaints }) =>
          complaints.map(({ closedOn, status, receivedOn }) => ({
            ...{ id: newId(), sourceId, externalId: newId(), customerId: id, status },
            ...{ receivedOn: new Date(receivedOn), closedOn: closedOn && new Date(closedOn) },
          })),
        ),
      });
      await tx.signal.createMany({
        data: customers.flatMap(({ id, signals }) =>
          signals.map((signal) => ({
            ...{ ...signal, sourceId, externalId: signal.id, customerId: id },
            occurredOn: new Date(signal.occurredOn),
          })),
        ),
      });
      await tx.interaction.createMany({
        data: customers.flatMap(({ id, interactions }) =>
          interactions.map((day) => ({
            ...{ id: newId(), sourceId, externalId: newId(), customerId: id },
            ...{ kind: "service", occurredOn: new Date(day) },
          })),
        ),
      });
      await tx.customerConsent.createMany({
        data: customers.flatMap(({ id, consents }) =>
          consents.map((consent) => ({
            ...{ ...consent, customerId: id, lawfulBasis: LAWFUL_BASES[0], source: "api" },
          })),
        ),
      });
    },
    { timeoutMs: 60_000 },
  );
}

function valueRow(customerId: string, value: NonNullable<RandomCustomer["value"]>) {
  const { firstOrderedOn, lastOrderedOn, revenueMinor, marginMinor, ...rest } = value;
  return {
    ...{ ...rest, customerId, segment: firstOrderedOn === null ? "no_orders" : "loyal" },
    firstOrderedOn: firstOrderedOn === null ? null : new Date(firstOrderedOn),
    lastOrderedOn: lastOrderedOn === null ? null : new Date(lastOrderedOn),
    revenueMinor: revenueMinor === null ? null : BigInt(revenueMinor),
    marginMinor: marginMinor === null ? null : BigInt(marginMinor),
  };
}

function orderRows({ workspace }: Session) {
  return ({ id, orders }: RandomCustomer) =>
    orders.map(({ id: orderId, channel, productCode, orderedOn, amountMinor }) => ({
      ...{ id: orderId, externalId: orderId, customerId: id, channel, productCode },
      ...{ orderedOn: new Date(orderedOn), amountMinor: BigInt(amountMinor) },
      currency: workspace.currency,
    }));
}

function lineRows({ orders }: RandomCustomer) {
  return orders.flatMap(({ id, lines }) =>
    lines.map((productCode, place) => ({
      ...{ id: newId(), orderId: id, number: String(place), productCode },
      ...{ unitPriceMinor: 100n, amountMinor: 100n },
    })),
  );
}
