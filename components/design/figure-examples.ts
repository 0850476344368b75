// A table of invented numbers, so it may be longer than other files.
import type { LineSeries } from "#components/charts/line-chart.tsx";

/** English numbers of an invented company; the figures are its December review. */
export const NUMBERS = { locale: "en-GB" };
export const PERCENTS = { locale: "en-GB", unit: "%" };
export const EURO = { locale: "en-GB", currency: "EUR" };

/** What a figure must stand: everything, one value, nothing, long words, many of them. */
export const VARIANTS = ["usual", "one", "none", "long", "many"] as const;
export type Variant = (typeof VARIANTS)[number];

export const MONTHS = [
  ..."Jan 2026,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec".split(","),
] as const;

const NAMES: Record<Variant, readonly string[]> = {
  usual: ["Families", "Renovators", "Landlords"],
  one: ["Families"],
  none: ["Families", "Renovators"],
  long: [
    "Eigenheimbesitzer mit Wartungsvertrag",
    "Wohnungsbaugenossenschaften",
    "Donaudampfschifffahrtsgesellschaft",
    "Haushaltsgerätereparaturkundschaft",
  ],
  many: ["Families", "Renovators", "Landlords", "Loyalists", "Starters", "Bargain"],
};

/** Names of segments in a variant. */
export function names(variant: Variant, count?: number): readonly string[] {
  if (count === undefined || variant !== "many") return NAMES[variant];
  return Array.from({ length: count }, (_, index) => `Branch ${index + 1}`);
}

/** Series over the months, the same on every call; the second has a gap. */
export function series(variant: Variant): LineSeries[] {
  return names(variant).map((name, row) => ({
    key: name,
    name,
    values: months(variant).map((_, month) =>
      variant === "none" || (row === 1 && (month === 4 || month === 5)) ? null : wave(row, month),
    ),
  }));
}

/** The months a variant covers. */
export function months(variant: Variant): readonly string[] {
  return variant === "one" ? MONTHS.slice(0, 1) : MONTHS;
}

/** A course between 40 and 95, different in each row. */
export function wave(row: number, month: number): number {
  return Math.round(62 + 4 * row - 7 * (row % 3) + 9 * Math.sin(month / 2 + 1.7 * row));
}

export const WEEKS = Array.from({ length: 26 }, (_, week) => weekName(week));

function weekName(week: number): string {
  const day = new Date(Date.UTC(2026, 4, 25 + 7 * week));
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(day);
}

/** CSAT of installation visits, percent satisfied, a week each. */
export const INSTALLATION_CSAT = [
  74, 66, 79, 71, 83, 73, 62, 75, 80, 69, 72, 81, 70, 77, 68, 78, 74, 78, 71, 66, 69, 62, 67, 64,
  66, 63,
];

/** Cumulative profit, percent, at every second percent of customers. */
const PROFIT_SHARES = [
  0, 16.4, 32.3, 44.6, 53.6, 61, 67.6, 73.5, 78.7, 83.5, 88, 92.1, 95.8, 99.1, 102.1, 105, 107.6,
  110, 112.1, 114.1, 116, 117.9, 119.6, 121.2, 122.6, 124, 125.2, 126.4, 127.4, 128.2, 129, 129.6,
  130.1, 130.6, 130.8, 131, 131, 130.5, 129.8, 128.7, 127.5, 126.1, 124.3, 122.4, 120.3, 118, 115.4,
  112.3, 108.6, 104.4, 100,
];

export const PROFIT_CURVE = PROFIT_SHARES.map((sharePercent, index) => ({
  customerPercent: 2 * index,
  sharePercent,
}));

/** Expected margin per customer over 36 months, minor units. */
export const BRIDGE = [
  { key: "acquire", name: "Acquire", amount: -6400 },
  { key: "margin", name: "Margin", amount: 41_200 },
  { key: "retain", name: "Retain", amount: 9600 },
  { key: "refer", name: "Refer", amount: 2100 },
  { key: "serve", name: "Serve", amount: -13_700 },
];

export const TOUCHPOINT_COLUMNS = [
  "Landlords",
  "Renovators",
  "Loyalists",
  "Families",
  "Starters",
  "Bargain",
];

/** CSAT percent and n by touchpoint; null where nobody listens. */
export const TOUCHPOINTS: readonly {
  name: string;
  cells: readonly (readonly [number, number] | null)[];
}[] = [
  {
    name: "Website choice",
    cells: [
      [76, 41],
      [84, 122],
      [86, 98],
      [83, 204],
      [79, 231],
      [81, 188],
    ],
  },
  {
    name: "Store advice",
    cells: [
      [81, 33],
      [90, 86],
      [92, 104],
      [88, 140],
      [82, 77],
      [79, 61],
    ],
  },
  {
    name: "Checkout",
    cells: [
      [78, 52],
      [87, 141],
      [89, 120],
      [86, 255],
      [84, 240],
      [85, 262],
    ],
  },
  {
    name: "Delivery slot",
    cells: [
      [66, 58],
      [79, 118],
      [82, 96],
      [78, 214],
      [76, 190],
      [80, 172],
    ],
  },
  {
    name: "Installation visit",
    cells: [
      [54, 64],
      [71, 92],
      [77, 81],
      [69, 168],
      [72, 74],
      [70, 18],
    ],
  },
  {
    name: "Manual and app",
    cells: [
      [72, 31],
      [80, 57],
      [74, 49],
      [79, 131],
      [81, 160],
      [77, 22],
    ],
  },
  {
    name: "Repair visit",
    cells: [
      [49, 71],
      [74, 44],
      [80, 66],
      [73, 92],
      [70, 38],
      [66, 12],
    ],
  },
  {
    name: "Invoice",
    cells: [
      [58, 47],
      [83, 71],
      [88, 74],
      [82, 110],
      [77, 96],
      [84, 90],
    ],
  },
  { name: "Care renewal", cells: [[63, 36], [68, 52], [79, 70], [74, 88], null, null] },
];

/** Performance (percent satisfied), importance (share of R²), and whether p < .05. */
export const DRIVERS: readonly { name: string; x: number; y: number; isSure: boolean }[] = [
  { name: "Repair on first visit", x: 58, y: 0.212, isSure: true },
  { name: "Install on time", x: 66, y: 0.171, isSure: true },
  { name: "Told before a delay", x: 61, y: 0.121, isSure: true },
  { name: "Advice I could trust", x: 88, y: 0.111, isSure: true },
  { name: "Slot I could choose", x: 79, y: 0.081, isSure: true },
  { name: "Invoice matches quote", x: 74, y: 0.076, isSure: true },
  { name: "Easy to reach a person", x: 70, y: 0.069, isSure: true },
  { name: "Price of Care plan", x: 69, y: 0.051, isSure: false },
  { name: "Packaging taken away", x: 84, y: 0.036, isSure: true },
  { name: "App set-up", x: 80, y: 0.031, isSure: false },
];

export const TIERS = ["Platinum", "Gold", "Silver", "Bronze", "Iron"];

/** Customers from tier (row) to tier (column) within a quarter. */
export const MIGRATION = [
  [812, 96, 31, 4, 1],
  [140, 2104, 310, 42, 8],
  [22, 405, 4890, 522, 61],
  [3, 38, 610, 8120, 940],
  [0, 6, 55, 702, 6310],
];

/** A score promised, believed by staff, and met, by stage of the journey. */
export const STAGES = ["Need", "Choose", "Order", "Wait", "Install", "Use", "Repair", "Renew"];
export const EMOTIONS = {
  actual: [0.6, 1.1, 0.9, -0.8, -1.3, 0.4, -1.1, 0.1],
  perceived: [0.9, 1.3, 1.2, 0.3, 0.6, 1.0, 0.2, 0.7],
  desired: [1.0, 1.4, 1.3, 0.8, 1.6, 1.5, 1.2, 1.3],
};
