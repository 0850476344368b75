import { attributeName } from "./fields.ts";

/** The headings under which fields are offered, in order. Their names are the messages `segmentation.builder.fieldGroups.<group>`. */
export const FIELD_GROUPS = [
  "orders",
  "rfm",
  "value",
  "complaints",
  "feedback",
  "contacts",
  "needs",
  "customer",
  "attributes",
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Where the part of an id before its dot is not the name of its group. */
const GROUP_OF: Readonly<Record<string, FieldGroup>> = {
  signals: "feedback",
  interactions: "contacts",
  consent: "customer",
};

/**
 * The heading under which a field is offered.
 *
 * Worked: "orders.days" is under `orders`, "consent" under `customer`.
 */
export function fieldGroup(id: string): FieldGroup {
  if (attributeName(id) !== null) return "attributes";
  const [head = ""] = id.split(".");
  return GROUP_OF[head] ?? FIELD_GROUPS.find((group) => group === head) ?? "customer";
}
