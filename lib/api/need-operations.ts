import { z } from "zod";
import { NEED_BANDS, NeedChange, NeedRecord, NewNeed } from "#lib/needs/index.ts";
import { EVIDENCE_LEVELS, NEED_KINDS } from "#lib/needs/types.ts";
import { PAGE_FIELDS, pageOf, SEARCH_FIELD } from "./shapes.ts";
import type { Operation } from "./types.ts";

const DELETED = { name: "DeletedNeed", schema: z.object({ id: z.uuid() }) };
const BACK = { name: "BroughtBackNeed", schema: z.object({ id: z.uuid() }) };
const NEED = { name: "Need", schema: NeedRecord };
const READ = { scope: "needs:read", permission: "need:read" } as const;
const WRITE = { scope: "needs:write", permission: "need:write" } as const;
const BASE = "/api/v1/needs";
const JSON_BODY = "application/json";

const WITH_LINKS = z.enum(["true", "false"]).default("false").meta({
  description:
    "Whether mapped questions, reports and links to evidence go along, and rules that ask for it are then as if nothing were known",
});

/** As the register has them. */
const FILTERS = {
  search: SEARCH_FIELD.meta({ description: "Words that stand in the statement" }),
  kind: z.enum(NEED_KINDS).optional(),
  segment: z.uuid().optional().meta({ description: "The segment it is of" }),
  band: z.enum(NEED_BANDS).optional().meta({ description: "Of opportunity" }),
  evidence: z.enum(EVIDENCE_LEVELS).optional().meta({
    description: "No source, one or two (few), three or more (many)",
  }),
};

/** What customers need, with what was measured of it. */
export const NEEDS: readonly Operation[] = [
  {
    ...{ id: "list_needs", method: "GET", path: BASE, tag: "needs" },
    summary:
      "List needs with importance, satisfaction, opportunity and Kano class, narrowed as on the register",
    ...{ access: READ, query: z.strictObject({ ...FILTERS, ...PAGE_FIELDS }), body: null },
    answers: [{ status: 200, words: "A page of needs", shape: pageOf(NEED) }],
  },
  {
    ...{ id: "create_needs", method: "POST", path: BASE, tag: "needs" },
    summary: "Put a need on the register",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NewNeed", schema: NewNeed }, media: JSON_BODY },
    answers: [{ status: 201, words: "It was made", shape: NEED }],
  },
  {
    ...{ id: "get_needs", method: "GET", path: `${BASE}/{id}`, tag: "needs" },
    summary: "Read one need",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Need", shape: NEED }],
  },
  {
    ...{ id: "change_needs", method: "PATCH", path: `${BASE}/{id}`, tag: "needs" },
    summary: "Change, archive or restore a need: the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NeedChange", schema: NeedChange }, media: JSON_BODY },
    answers: [{ status: 200, words: "As it is now", shape: NEED }],
  },
  {
    ...{ id: "delete_needs", method: "DELETE", path: `${BASE}/{id}`, tag: "needs" },
    summary:
      "Delete a need; one on which something rests is refused with what, unless it may go along. For a day, unless a person is erased meanwhile, it can be brought back",
    ...{ access: WRITE, query: z.strictObject({ withLinks: WITH_LINKS }), body: null },
    answers: [{ status: 200, words: "It is gone", shape: DELETED }],
  },
  {
    ...{ id: "bring_back_needs", method: "POST", path: `${BASE}/{id}/bring-back`, tag: "needs" },
    summary: "Bring a need back that was deleted within the last day, with all that rested on it",
    ...{ access: WRITE, query: null, body: null },
    answers: [
      { status: 200, words: "It is back as it was, with what is still there", shape: BACK },
    ],
  },
];
