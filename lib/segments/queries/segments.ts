import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { LAWFUL_BASES } from "#lib/customers/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { resolveRule } from "../resolve-rule.ts";
import { Rule } from "../schema.ts";
import {
  SEGMENT_KINDS,
  type Segment,
  type SegmentBasis,
  type SegmentDetail,
  type SegmentKind,
  type SegmentList,
  type SegmentRow,
} from "../segment-types.ts";
import { listFiles } from "./listed-files.ts";
import { readRuleContext } from "./rule-context.ts";
import { listRuleVersions } from "./rule-history.ts";
import { ruleNamesOf } from "./rule-names.ts";
import { readSegmentFigures, type StoredFigures } from "./segment-figures.ts";
import { listSegmentUses } from "./segment-uses.ts";

const MOST_SEGMENTS = 500;
const MOST_DAYS = 400;

const SEGMENT = {
  ...{ id: true, name: true, kind: true, rule: true, note: true, purpose: true, lawfulBasis: true },
  ...{ primaryRank: true, version: true, ruleVersion: true, memberVersion: true, archivedAt: true },
} as const;

type Stored = Omit<Segment, "kind" | "rule" | "lawfulBasis" | "isFresh" | "isArchived"> & {
  kind: string;
  rule: unknown;
  lawfulBasis: string | null;
  ruleVersion: number;
  memberVersion: number;
  archivedAt: Date | null;
};

/** Every segment with what was last computed of each, by name, archived ones apart; the first 500. */
export async function listSegments(tx: TenantTx): Promise<SegmentList> {
  const stored = await tx.customerSegment.findMany({
    select: SEGMENT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_SEGMENTS,
  });
  const figures = await readSegmentFigures(tx);
  const rows = stored.map((segment) => ({
    ...toSegment(segment),
    sums: figures?.segments.get(segment.id)?.sums ?? null,
  }));
  return {
    segments: rows.filter(({ isArchived }) => !isArchived),
    archived: rows.filter(({ isArchived }) => isArchived),
    basis: figures && basisOf(figures),
  };
}

/** Which segments are listed; all where nothing is said. */
export type SegmentFilter = {
  readonly kind?: SegmentKind | undefined;
  /** Text that the name holds, whatever its case */
  readonly search?: string | undefined;
};

/** Segments made after another, archived ones too, in the order they were made. */
export async function listSegmentsAfter(
  tx: TenantTx,
  { after, limit, kind, search }: SegmentFilter & { after: string | null; limit: number },
): Promise<SegmentRow[]> {
  const segments = await tx.customerSegment.findMany({
    where: {
      ...(after === null ? {} : { id: { gt: after } }),
      ...(kind ? { kind } : {}),
      ...(search ? { name: { contains: literal(search), mode: "insensitive" } } : {}),
    },
    select: SEGMENT,
    orderBy: { id: "asc" },
    take: limit,
  });
  return withSums(tx, segments);
}

/**
 * One segment in full, with its figures as they stood on a day (YYYY-MM-DD) or, with null, as last computed; figures of a day before
 * the first are null.
 *
 * @throws DomainError `not_found`
 */
export async function getSegment(
  tx: TenantTx,
  session: Session,
  { id, onDay }: { id: string; onDay: string | null },
): Promise<SegmentDetail> {
  const segment = toSegment(await findStored(tx, id));
  const figures = await readSegmentFigures(tx, onDay);
  const history = await tx.segmentFigure.findMany({
    where: { segmentId: id },
    select: { computedOn: true, customers: true },
    orderBy: { computedOn: "desc" },
    take: MOST_DAYS,
  });
  const today = dayInZone(session.workspace.timeZone, (await databaseNow(tx)).getTime());
  const context = await readRuleContext(tx, session, today);
  return {
    ...segment,
    sums: figures?.segments.get(id)?.sums ?? null,
    basis: figures && basisOf(figures),
    figureRuleVersion: figures?.segments.get(id)?.ruleVersion ?? null,
    rules: await listRuleVersions(tx, id),
    problems: segment.rule ? resolveRule(segment.rule, context).problems : [],
    names: await ruleNamesOf(tx, session, context),
    files: segment.kind === "list" ? await listFiles(tx, session, id) : [],
    uses: await listSegmentUses(tx, session, id),
    history: history
      .map(({ computedOn, customers }) => ({ day: dayOf(computedOn), customers }))
      .reverse(),
  };
}

/** One segment with what was last computed of it. @throws DomainError `not_found` */
export async function getSegmentRow(tx: TenantTx, id: string): Promise<SegmentRow> {
  const segment = toSegment(await findStored(tx, id));
  const figures = await readSegmentFigures(tx);
  return { ...segment, sums: figures?.segments.get(id)?.sums ?? null };
}

/** Signs that stand for others in a search stand for themselves. */
function literal(search: string): string {
  return search.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

async function findStored(tx: TenantTx, id: string): Promise<Stored> {
  const segment = isId(id)
    ? await tx.customerSegment.findFirst({ where: { id }, select: SEGMENT })
    : null;
  if (!segment) throw new DomainError("not_found", "This segment does not exist.");
  return segment;
}

async function withSums(tx: TenantTx, segments: readonly Stored[]): Promise<SegmentRow[]> {
  const figures = await readSegmentFigures(tx);
  return segments.map((segment) => ({
    ...toSegment(segment),
    sums: figures?.segments.get(segment.id)?.sums ?? null,
  }));
}

function toSegment(stored: Stored): Segment {
  const { id, name, note, purpose, primaryRank, version } = stored;
  return {
    ...{ id, name, note, purpose, primaryRank, version },
    kind: SEGMENT_KINDS.find((kind) => kind === stored.kind) ?? "named",
    rule: Rule.safeParse(stored.rule).data ?? null,
    lawfulBasis: LAWFUL_BASES.find((basis) => basis === stored.lawfulBasis) ?? null,
    isFresh: stored.kind !== "rule" || stored.memberVersion === stored.ruleVersion,
    isArchived: stored.archivedAt !== null,
  };
}

function basisOf({ computedOn, currency, all, rest }: StoredFigures): SegmentBasis {
  return { computedOn, currency, all, rest };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
