import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { COMPARED_COLUMNS, comparedRow } from "#lib/needs/export-rows.ts";
import {
  compareNeeds,
  deriveImportance,
  listSegmentChoices,
  readComparison,
} from "#lib/needs/index.ts";
import { chosenSegment } from "../../chosen-segment.ts";

export const dynamic = "force-dynamic";

/** Needs in three views, of all customers or of the segment that `?segment` names, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const asked = new URL(request.url).searchParams.get("segment") ?? "";
  const filters = asked === "" ? [] : [["segment", asked] as const];
  return listExport(request, session, {
    ...{ name: "needs-compared", columns: COMPARED_COLUMNS, filters, permission: "need:read" },
    readPage: async (tx) => {
      const segment = chosenSegment(await listSegmentChoices(tx), asked);
      const population = { segmentId: segment?.id ?? null };
      const { needs, answers } = await readComparison(tx, session, population);
      const compared = compareNeeds(needs, deriveImportance(answers));
      return { rows: compared.map(comparedRow), next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "needs", format, filters }),
  });
});
