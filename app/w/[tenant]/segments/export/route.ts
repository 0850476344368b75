import { recordListExport } from "#lib/audit/index.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { listSegments } from "#lib/segments/index.ts";
import { MEASURES, type Measure, segmentMeasures } from "#lib/segments/segment-measures.ts";
import type { SegmentBasis, SegmentRow } from "#lib/segments/segment-types.ts";

export const dynamic = "force-dynamic";

const NAMES = {
  shareOfCustomers: "share_of_customers",
  shareOfClv: "share_of_clv",
  clvPerCustomer: "clv_per_customer",
  leaving: "chance_of_leaving",
  nps: "nps",
  complaints: "complaints_per_100",
} as const;
const COLUMNS = [
  ...["segment", "kind", "primary_rank", "customers", "computed_on", "currency"],
  ...MEASURES.flatMap((name) => [
    NAMES[name],
    ...(name === "shareOfCustomers" ? [] : [`${NAMES[name]}_low`, `${NAMES[name]}_high`]),
    `${NAMES[name]}_n`,
  ]),
  ...["rule", "note", "is_archived", "segment_id"],
];
const AMOUNTS = COLUMNS.filter((name) => /^clv_per_customer(?:_low|_high)?$/.test(name));

/** All segments, archived ones too, with what was last computed of each, in the `?format`. */
export const GET = memberRoute((request, session) =>
  listExport(request, session, {
    name: "segments",
    columns: COLUMNS,
    amounts: AMOUNTS,
    filters: [],
    permission: "segment:read",
    taking: "customer:export",
    readPage: async (tx) => {
      const { segments, archived, basis } = await listSegments(tx);
      const rows = [...segments, ...archived].map((segment) => cells(segment, basis));
      return { rows, next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "segments", format }),
  }),
);

function cells(segment: SegmentRow, basis: SegmentBasis | null) {
  const { name, kind, primaryRank, sums, rule, note, isArchived, id } = segment;
  const currency = basis?.currency ?? "EUR";
  const measures = sums && basis ? segmentMeasures(sums, basis.all) : null;
  return [
    ...[name, kind, primaryRank, sums?.customers ?? null, basis?.computedOn ?? null],
    basis && currency,
    ...MEASURES.flatMap((each) => measureCells(each, measures?.[each] ?? null, currency)),
    ...[rule && JSON.stringify(rule), note, isArchived, id],
  ];
}

function measureCells(name: (typeof MEASURES)[number], measure: Measure | null, currency: string) {
  const write = (value: number | null) => {
    if (value === null) return null;
    return name === "clvPerCustomer" ? amountText(Math.round(value), currency) : value;
  };
  const [low, high] = measure?.interval ?? [null, null];
  return [
    write(measure?.value ?? null),
    ...(name === "shareOfCustomers" ? [] : [write(low), write(high)]),
    measure?.n ?? null,
  ];
}
