import type { z } from "zod";
import type { Permission, Scope } from "#lib/auth/permissions.ts";

/** A schema under the name that the document gives it. */
export type Shape = { name: string; schema: z.ZodType };

/** An answer that goes well; what goes wrong is the same for all. */
export type AnswerShape = {
  status: 200 | 201 | 202;
  words: string;
  shape: Shape;
  /** Media types beside JSON */
  also?: readonly string[];
};

/** One thing that the API does: its route is made from it, and so is its place in the document. */
export type Operation = {
  id: string;
  method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** As OpenAPI writes it: /api/v1/signals/{id} */
  path: string;
  tag: ApiTag;
  summary: string;
  /** Needed of the key; null for what everybody may ask */
  access: { scope: Scope; permission: Permission } | null;
  query: z.ZodObject | null;
  body: { shape: Shape; media: "application/json" | "multipart/form-data" } | null;
  answers: readonly AnswerShape[];
};

export const RESOURCE_NAMES = [
  "customers",
  "orders",
  "subscriptions",
  "signals",
  "interactions",
  "complaints",
] as const;
export type ResourceName = (typeof RESOURCE_NAMES)[number];

/** What operations are about. */
export const API_TAGS = [
  ...RESOURCE_NAMES,
  ...(["departments", "needs", "personae", "interviews", "evidence"] as const),
  ...(["imports", "value", "segments", "document"] as const),
] as const;
export type ApiTag = (typeof API_TAGS)[number];

/** What became of one item of a request. */
export type ItemResult = {
  /** Its place in the request, from 0 */
  index: number;
  externalId: string | null;
  outcome: "created" | "updated" | "unchanged" | "refused";
  /** null for a refused one */
  id: string | null;
  errors: readonly { pointer: string; detail: string }[];
};
