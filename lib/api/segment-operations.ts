import { z } from "zod";
import {
  NewSegmentShape,
  SegmentChangeShape,
  SegmentFilters,
  SegmentMemberRecord,
  SegmentRecord,
} from "#lib/segments/index.ts";
import { PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";

const SEGMENT = { name: "Segment", schema: SegmentRecord };
const MEMBER = { name: "SegmentMember", schema: SegmentMemberRecord };
const DELETED = { name: "DeletedSegment", schema: z.object({ id: z.uuid() }) };
const READ = { scope: "segments:read", permission: "segment:read" } as const;
const WRITE = { scope: "segments:write", permission: "segment:write" } as const;
const BASE = "/api/v1/segments";
const JSON_BODY = "application/json";

/** Segments by their rules, and who is in them. */
export const SEGMENTS: readonly Operation[] = [
  {
    ...{ id: "list_segments", method: "GET", path: BASE, tag: "segments" },
    summary: "List segments",
    access: READ,
    query: z.strictObject({ ...PAGE_FIELDS, ...SegmentFilters.shape }),
    body: null,
    answers: [{ status: 200, words: "A page of segments", shape: pageOf(SEGMENT) }],
  },
  {
    ...{ id: "create_segments", method: "POST", path: BASE, tag: "segments" },
    summary:
      "Make a segment of a rule; the key also needs the scopes to read what the rule asks, and its members are found soon after",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "NewSegment", schema: NewSegmentShape }, media: JSON_BODY },
    answers: [{ status: 201, words: "It was made", shape: SEGMENT }],
  },
  {
    ...{ id: "get_segments", method: "GET", path: `${BASE}/{id}`, tag: "segments" },
    summary: "Read one segment",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Segment", shape: SEGMENT }],
  },
  {
    ...{ id: "change_segments", method: "PATCH", path: `${BASE}/{id}`, tag: "segments" },
    summary: "Change, archive or restore a segment: the fields that are given",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "SegmentChange", schema: SegmentChangeShape }, media: JSON_BODY },
    answers: [{ status: 200, words: "As it is now", shape: SEGMENT }],
  },
  {
    ...{ id: "delete_segments", method: "DELETE", path: `${BASE}/{id}`, tag: "segments" },
    summary: "Delete a segment that nothing uses; one that is used is refused with what uses it",
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 200, words: "It is gone", shape: DELETED }],
  },
  {
    ...{ id: "list_segment_members", method: "GET", path: `${BASE}/{id}/members` },
    ...{ tag: "segments", access: READ },
    summary: "List the customers of a segment",
    ...{ query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [{ status: 200, words: "A page of customers", shape: pageOf(MEMBER) }],
  },
];
