import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { unknownValues } from "#lib/lists/index.ts";
import { COMPARED_COLUMNS, comparedRow } from "#lib/needs/export-rows.ts";
import { compareNeeds, deriveImportance, readComparison } from "#lib/needs/index.ts";
import { listSegmentChoices } from "#lib/segments/index.ts";
import { askedSegment } from "../../chosen-segment.ts";

export const dynamic = "force-dynamic";

/** Needs in three views, of all customers or of the segment that `?segment` names, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const params = new URL(request.url).searchParams;
  const asked = params.get("segment") ?? "";
  const filters = asked === "" ? [] : [["segment", asked] as const];
  return listExport(request, session, {
    unknown: unknownValues({}, params, ["format", "segment"]),
    ...{ name: "needs-compared", columns: COMPARED_COLUMNS, filters, permission: "need:read" },
    readPage: async (tx) => {
      const segment = askedSegment(await listSegmentChoices(tx), params, "segment");
      const population = { segmentId: segment?.id ?? null };
      const { needs, answers } = await readComparison(tx, session, population);
      const compared = compareNeeds(needs, deriveImportance(answers));
      return { rows: compared.map(comparedRow), next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "needs", format, filters }),
  });
});
