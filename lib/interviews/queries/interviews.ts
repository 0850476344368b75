import "server-only";
import { z } from "zod";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { CutTarget, Cutting, InterviewDetail, InterviewRow } from "../types.ts";

const ROW = {
  ...{ id: true, title: true, heldOn: true, segment: { select: { id: true, name: true } } },
  customer: { select: { id: true, externalId: true } },
} as const;
const PageKey = z.object({ on: KeyDay, id: z.uuid() });

type Stored = {
  id: string;
  title: string | null;
  heldOn: Date;
  segment: { id: string; name: string } | null;
  customer: { id: string; externalId: string } | null;
};

/** Interviews, the last held first. @throws DomainError `invalid_input` when `after` is no key of this list */
export async function listInterviews(
  tx: TenantTx,
  session: Session,
  { after, limit }: PageRequest,
): Promise<Page<InterviewRow>> {
  const key = decodePageKey("interviews", PageKey, after);
  const on = key && new Date(key.on);
  const rows = await tx.interview.findMany({
    where: key && on ? { OR: [{ heldOn: { lt: on } }, { heldOn: on, id: { lt: key.id } }] } : {},
    select: { ...ROW, _count: { select: { evidence: true } } },
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(({ _count, ...row }) => ({
    ...toRow(row, session),
    pieces: _count.evidence,
  }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items,
    next: last ? encodePageKey("interviews", { on: last.heldOn, id: last.id }) : null,
  };
}

/** One interview with its notes and what was cut out of them. @throws DomainError `not_found` */
export async function getInterview(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<InterviewDetail> {
  const row = isId(id)
    ? await tx.interview.findFirst({
        where: { id },
        select: { ...ROW, notes: true, version: true, evidence: CUTTINGS },
      })
    : null;
  if (!row) throw new DomainError("not_found", "This interview does not exist.");
  const { notes, version, evidence } = row;
  const mayRead = mayReadPersonalData(session);
  return {
    ...toRow(row, session),
    ...{ notes, version, cuttings: evidence.map((each) => toCutting(each, session)) },
    customerNumber: mayRead ? (row.customer?.externalId ?? "") : "",
  };
}

const CUTTINGS = {
  select: {
    ...{ id: true, excerpt: true, stance: true },
    need: { select: { id: true, statement: true } },
    persona: { select: { id: true, name: true } },
    claim: { select: { id: true, statement: true, personaId: true } },
  },
  orderBy: { id: "asc" },
} as const;

type StoredCutting = {
  id: string;
  excerpt: string | null;
  stance: string;
  need: { id: string; statement: string } | null;
  persona: { id: string; name: string } | null;
  claim: { id: string; statement: string; personaId: string } | null;
};

/** A claim has a page of its own for who writes personae; others read it on its persona. */
function toCutting({ need, persona, claim, ...row }: StoredCutting, session: Session): Cutting {
  if (persona) return { ...row, about: persona.name, path: `/personae/${persona.id}` };
  if (claim) {
    const own = session.permissions.has("persona:write") ? `/claims/${claim.id}` : "";
    return { ...row, about: claim.statement, path: `/personae/${claim.personaId}${own}` };
  }
  return { ...row, about: need?.statement ?? "", path: need && `/needs/${need.id}` };
}

function toRow(row: Stored, session: Session): Omit<InterviewRow, "pieces"> {
  const { id, title, heldOn, segment, customer } = row;
  const shown = customer && mayReadPersonalData(session) ? customer : null;
  return {
    ...{ id, title, segment, heldOn: heldOn.toISOString().slice(0, 10) },
    customer: shown && {
      id: shown.id,
      number: shownNumber(session, { id: shown.id, number: shown.externalId }),
    },
  };
}

const MOST_TARGETS = 300;

/** What a stretch of notes can be evidence for: active personae, their claims, and needs; 300 of each at most. */
export async function listCutTargets(tx: TenantTx): Promise<CutTarget[]> {
  const personae = await tx.persona.findMany({
    where: { archivedAt: null },
    select: {
      ...{ id: true, name: true },
      claims: { select: { id: true, statement: true }, orderBy: { position: "asc" } },
    },
    orderBy: { name: "asc" },
    take: MOST_TARGETS,
  });
  const needs = await tx.customerNeed.findMany({
    where: { archivedAt: null },
    select: { id: true, statement: true },
    orderBy: { statement: "asc" },
    take: MOST_TARGETS,
  });
  return [
    ...personae.flatMap(({ id, name, claims }) => [
      { value: `persona.${id}`, label: name, group: "persona" as const },
      ...claims.map((claim) => ({
        ...{ value: `claim.${claim.id}`, label: `${name}: ${claim.statement}` },
        group: "claim" as const,
      })),
    ]),
    ...needs.map(({ id, statement }) => ({
      ...{ value: `need.${id}`, label: statement },
      group: "need" as const,
    })),
  ];
}
