import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { NEED_COLUMNS, needRow } from "#lib/needs/export-rows.ts";
import { matchingNeeds, needsAddress } from "#lib/needs/filter.ts";
import { listNeeds } from "#lib/needs/index.ts";
import { listSegmentChoices } from "#lib/segments/index.ts";
import { askedSegment } from "../chosen-segment.ts";

export const dynamic = "force-dynamic";

/** The needs that match the register's filter, in the `?format`; with `?population` measured by that segment alone. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const query = needsAddress.read(params);
  const population = params.get("population") ?? "";
  const filters = [
    ...needsAddress.filters(query),
    ...(population === "" ? [] : [["population", population] as const]),
  ];
  return listExport(request, session, {
    unknown: needsAddress.unknown(params, ["format", "population"]),
    ...{ name: "needs", columns: NEED_COLUMNS, filters, permission: "need:read" },
    readPage: async (tx) => {
      const segment = askedSegment(await listSegmentChoices(tx), params, "population");
      const needs = await listNeeds(tx, session, { segmentId: segment?.id ?? null });
      const open = needs.filter(({ isArchived }) => !isArchived);
      return { rows: matchingNeeds(open, query).map(needRow), next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "needs", format, filters }),
  });
});
