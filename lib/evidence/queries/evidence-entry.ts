import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { POINTERS, type Pointers, sourceOf } from "../columns.ts";
import { SOURCE_PERMISSIONS } from "../commands/link-evidence.ts";
import { StoredStatistic } from "../schema.ts";
import { type EvidenceEntry, type RowSource, STANCES } from "../types.ts";
import { type NamedSources, sourceTitles } from "./source-titles.ts";

const SOURCE = { select: { id: true, name: true } } as const;

/** What is shown of a piece of evidence, for a `select`. */
export const EVIDENCE_ROW = {
  ...{ ...POINTERS, id: true, stance: true, excerpt: true, datedOn: true, statistic: true },
  signal: {
    select: { question: true, body: true, externalId: true, source: SOURCE },
  },
  interaction: { select: { subject: true, externalId: true, source: SOURCE } },
  complaint: { select: { subject: true, externalId: true, source: SOURCE } },
  interview: { select: { title: true } },
  file: { select: { name: true } },
} as const;

/** A piece of evidence as it is stored, with what names its source. */
export type EvidenceRow = Pointers &
  NamedSources & {
    id: string;
    stance: string;
    excerpt: string | null;
    datedOn: Date;
    statistic: unknown;
  };

/** A piece of evidence as a session may see it: words of a source that it may not read are left out. */
export function toEntry(row: EvidenceRow, session: Session): EvidenceEntry {
  const { kind, sourceId } = sourceOf(row);
  const common = {
    ...{ id: row.id, sourceId, stance: STANCES.find((each) => each === row.stance) ?? "supports" },
    datedOn: row.datedOn.toISOString().slice(0, 10),
  };
  if (kind === "statistic") {
    const statistic = StoredStatistic.parse(row.statistic);
    return { ...common, kind, statistic, excerpt: null, title: null, path: statistic.href };
  }
  const hidden = { ...common, kind, statistic: null, excerpt: null, title: null, path: null };
  if (!session.permissions.has(SOURCE_PERMISSIONS[kind])) return hidden;
  const path = pathOf(kind, row, sourceId);
  return { ...hidden, excerpt: row.excerpt, title: sourceTitles(row), path };
}

/** Feedback and records have no page of their own: what their source said that day does. */
function pathOf(kind: RowSource, row: EvidenceRow, sourceId: string | null): string {
  const day = row.datedOn.toISOString().slice(0, 10);
  const source = (row.signal ?? row.interaction ?? row.complaint)?.source.id;
  const asked = `?from=${day}&to=${day}&source=${source}`;
  switch (kind) {
    case "signal":
      return `/listening${asked}`;
    case "interaction":
      return `/data/records/interactions${asked}`;
    case "complaint":
      return `/data/records/complaints${asked}`;
    case "interview":
      return `/personae/interviews/${sourceId}`;
    case "file":
      return `/evidence/files/${sourceId}`;
  }
}
