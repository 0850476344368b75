import { type Chance, chance } from "./chance.ts";

const SEED = 20_261_122;
const DAY_MS = 86_400_000;
/** The last day of the files. */
const LAST_DAY_MS = Date.UTC(2026, 9, 31);
const CUSTOMERS = 3_000;

/** Files of what customers said, asked and pay for: their kind, the name of their source, their text. */
export type ListeningFile = {
  kind: "signals" | "interactions" | "complaints" | "subscriptions";
  name: string;
  source: string;
  /** The scale of each metric whose scores do not say theirs */
  scales?: Readonly<Record<string, { min: number; max: number }>>;
  text: string;
};

/** A few hundred invented rows of the shop for home appliances, as its survey tool, hotline and workshop would export them. */
export function listeningFiles(): ListeningFile[] {
  const luck = chance(SEED);
  return [
    {
      ...{ kind: "signals", name: "delivery-survey.csv", source: "Delivery survey" },
      scales: { csat: { min: 1, max: 5 } },
      text: csv(
        "response_id,customer_id,date,metric,score,comment,touchpoint,department,channel",
        Array.from({ length: 260 }, (_, at) => deliveryAnswer(luck, at)),
      ),
    },
    {
      ...{ kind: "signals", name: "shop-reviews.csv", source: "Shop reviews" },
      text: csv(
        "review_id,date,metric,score,scale_min,scale_max,comment,touchpoint,channel",
        Array.from({ length: 90 }, (_, at) => review(luck, at)),
      ),
    },
    {
      ...{ kind: "interactions", name: "hotline-calls.csv", source: "Hotline log" },
      text: csv(
        "call_id,customer_id,timestamp,type,channel,duration,outcome,touchpoint,department",
        Array.from({ length: 220 }, (_, at) => call(luck, at)),
      ),
    },
    {
      ...{ kind: "complaints", name: "complaints.csv", source: "Complaint log" },
      text: csv(
        "complaint_id,customer_id,received,closed,reason,channel,description,department",
        Array.from({ length: 70 }, (_, at) => complaint(luck, at)),
      ),
    },
    {
      ...{ kind: "subscriptions", name: "care-plans.csv", source: "Care plans" },
      text: csv(
        "subscription_id,customer_id,plan,start,end,price,period",
        Array.from({ length: 180 }, (_, at) => carePlan(luck, at)),
      ),
    },
  ];
}

const GLAD = [
  "The fitter was on time and took the old machine with him.",
  "Quick, friendly, and everything explained.",
  "Ordered on Monday, stood in the kitchen on Wednesday.",
  "Good advice in the showroom. I would buy here again.",
  "",
  "",
];
const FAIR = [
  "Delivery was fine, but nobody called ahead.",
  "Works. The app is hard to find one's way in.",
  "",
  "",
];
const SORRY = [
  "Waited at home for a whole day and nobody came.",
  "Third call about the same repair, and each time I tell it anew.",
  "The door was scratched and the new one took four weeks.",
  "The invoice was wrong twice.",
  "",
];

type Mood = { words: readonly string[]; nps: number; points: number };

/** How somebody feels about it: what they write, and the same in NPS and in points of five. */
function mood(luck: Chance): Mood {
  const draw = luck.next();
  if (draw < 0.55) return { words: GLAD, nps: 9 + luck.whole(2), points: 4 + luck.whole(2) };
  if (draw < 0.8) return { words: FAIR, nps: 7 + luck.whole(2), points: 3 };
  return { words: SORRY, nps: luck.whole(7), points: 1 + luck.whole(2) };
}

function deliveryAnswer(luck: Chance, at: number): string[] {
  const day = daysBack(luck, 420);
  const isCsat = luck.next() < 0.25;
  const { words, nps, points } = mood(luck);
  return [
    ...[`DS-${1001 + at}`, customer(luck), day, isCsat ? "CSAT" : "NPS"],
    ...[String(isCsat ? points : nps), luck.pick(words)],
    luck.pick(["Delivery", "Installation", "Checkout"]),
    luck.pick(["Warehouse and shipping", "Service and repairs", "Online shop"]),
    luck.pick(["email", "email", "sms"]),
  ];
}

function review(luck: Chance, at: number): string[] {
  const { words, points } = mood(luck);
  return [
    ...[`RV-${501 + at}`, daysBack(luck, 600), "rating", String(points), "1", "5"],
    ...[luck.pick(words), luck.pick(["Showroom", "Online shop"]), "web"],
  ];
}

function call(luck: Chance, at: number): string[] {
  const hour = String(8 + luck.whole(9)).padStart(2, "0");
  const minute = String(luck.whole(60)).padStart(2, "0");
  return [
    `CALL-${20_001 + at}`,
    customer(luck),
    `${daysBack(luck, 300)}T${hour}:${minute}:00Z`,
    luck.next() < 0.8 ? "service" : "sales",
    "phone",
    String(60 + Math.floor(luck.exponential(260))),
    luck.pick(["solved", "solved", "called back", "passed on"]),
    luck.pick(["Hotline", "Repair"]),
    luck.pick(["Service desk", "Service desk", "Workshop", "Billing"]),
  ];
}

function complaint(luck: Chance, at: number): string[] {
  const back = luck.whole(365);
  const takes = 1 + Math.floor(luck.exponential(9));
  return [
    `CP-${301 + at}`,
    customer(luck),
    dayBefore(back),
    takes < back ? dayBefore(back - takes) : "",
    luck.pick(["Late delivery", "Damaged goods", "Repair failed", "Wrong invoice"]),
    luck.pick(["phone", "email", "post"]),
    luck.pick(SORRY),
    luck.pick(["Service desk", "Warehouse and shipping", "Workshop", "Billing"]),
  ];
}

function carePlan(luck: Chance, at: number): string[] {
  const back = 40 + luck.whole(900);
  const isOver = luck.next() < 0.22;
  return [
    `CARE-${7001 + at}`,
    customer(luck),
    luck.pick(["Care", "Care", "Care Plus"]),
    dayBefore(back),
    isOver ? dayBefore(luck.whole(back)) : "",
    luck.pick(["4.90", "7.90"]),
    "monthly",
  ];
}

function customer(luck: Chance): string {
  return `C-${String(1 + luck.whole(CUSTOMERS)).padStart(5, "0")}`;
}

/** More often lately than long ago. */
function daysBack(luck: Chance, most: number): string {
  return dayBefore(Math.floor(most * luck.next() ** 1.6));
}

function dayBefore(back: number): string {
  return new Date(LAST_DAY_MS - back * DAY_MS).toISOString().slice(0, 10);
}

function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${header}\n${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}
