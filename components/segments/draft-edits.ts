import type { Combination, Operator } from "#lib/segments/types.ts";
import {
  type DraftCondition,
  type DraftGroup,
  type DraftPart,
  emptyCondition,
  isDraftCondition,
  listText,
  splitList,
} from "./draft-rule.ts";

/** Something that is done to a rule. `key` is the part it is done to. */
export type DraftEdit =
  | { kind: "change"; key: number; to: Partial<Omit<DraftCondition, "key">> }
  | { kind: "combine"; key: number; combination: Combination }
  | { kind: "add"; key: number; what: "condition" | "group" | "exclusion" }
  | { kind: "copy" | "remove" | "wrap" | "unwrap" | "up" | "down"; key: number }
  | { kind: "replace"; root: DraftGroup };

/** The rule after an edit; the same object where nothing changes. The outermost group stays. */
export function editDraft(root: DraftGroup, edit: DraftEdit): DraftGroup {
  if (edit.kind === "replace") return edit.root;
  const fresh = freshKeys(root);
  const [only] = editPart(root, edit, fresh);
  return only && !isDraftCondition(only) && !isSame(only, root) ? only : root;
}

/** A browser may tell a choice twice that was made before the page came to life. */
function isSame(one: DraftGroup, other: DraftGroup): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The key of what an edit adds: where the focus goes next. */
export function addedKey(before: DraftGroup, edit: DraftEdit): number | null {
  const next = highestKey(before) + 1;
  if (edit.kind === "add") return edit.what === "condition" ? next : next + 1;
  return edit.kind === "copy" ? next : null;
}

/** Of several values another operator keeps the first; one value becomes a list of one, whatever commas it holds. */
export function chosenOperator(
  { key, op: former, first }: DraftCondition,
  op: Operator,
): DraftEdit {
  if (former === "in" && op !== "in")
    return { kind: "change", key, to: { op, first: splitList(first)[0] ?? "" } };
  if (op === "in" && former !== "in" && first.trim() !== "")
    return { kind: "change", key, to: { op, first: listText([first.trim()]) } };
  return { kind: "change", key, to: { op } };
}

type Fresh = () => number;

function freshKeys(root: DraftGroup): Fresh {
  let last = highestKey(root);
  return () => {
    last += 1;
    return last;
  };
}

function highestKey(part: DraftPart): number {
  return isDraftCondition(part) ? part.key : Math.max(part.key, ...part.parts.map(highestKey));
}

type PartEdit = Exclude<DraftEdit, { kind: "replace" }>;

/** What a part becomes: itself, several, or nothing. */
function editPart(part: DraftPart, edit: PartEdit, fresh: Fresh): readonly DraftPart[] {
  if (part.key === edit.key) return editOwn(part, edit, fresh);
  if (isDraftCondition(part)) return [part];
  const place = part.parts.findIndex(({ key }) => key === edit.key);
  if (place !== -1 && (edit.kind === "up" || edit.kind === "down"))
    return [{ ...part, parts: swapped(part.parts, place, edit.kind === "up" ? -1 : 1) }];
  const parts = part.parts.flatMap((each) => editPart(each, edit, fresh));
  // What stays the same object need not be drawn anew.
  const isUntouched =
    parts.length === part.parts.length && parts.every((each, at) => each === part.parts[at]);
  return [isUntouched ? part : { ...part, parts }];
}

function editOwn(part: DraftPart, edit: PartEdit, fresh: Fresh): readonly DraftPart[] {
  switch (edit.kind) {
    case "change":
      return isDraftCondition(part) ? [changed(part, edit.to)] : [part];
    case "combine":
      return isDraftCondition(part) ? [part] : [{ ...part, combination: edit.combination }];
    case "add":
      return isDraftCondition(part) ? [part] : [withAdded(part, edit.what, fresh)];
    case "copy":
      return [part, copied(part, fresh)];
    case "remove":
      return [];
    case "wrap":
      return [{ key: fresh(), combination: "any", parts: [part] }];
    case "unwrap":
      return isDraftCondition(part) ? [part] : part.parts;
    case "up":
    case "down":
      return [part];
  }
}

/** Whoever types a value, or chooses another field, no longer keeps the stored one. */
function changed(part: DraftCondition, to: Partial<Omit<DraftCondition, "key">>): DraftCondition {
  const { kept: _, ...rest } = part;
  return { ...rest, ...to };
}

function withAdded(
  group: DraftGroup,
  what: "condition" | "group" | "exclusion",
  fresh: Fresh,
): DraftGroup {
  const key = fresh();
  if (what === "condition") return { ...group, parts: [...group.parts, emptyCondition(key)] };
  const combination = what === "exclusion" ? "none" : "any";
  const added = { key, combination, parts: [emptyCondition(fresh())] } as const;
  return { ...group, parts: [...group.parts, added] };
}

function copied(part: DraftPart, fresh: Fresh): DraftPart {
  const key = fresh();
  if (isDraftCondition(part)) return { ...part, key };
  return { ...part, key, parts: part.parts.map((each) => copied(each, fresh)) };
}

function swapped(parts: readonly DraftPart[], from: number, by: number): readonly DraftPart[] {
  const one = parts[from];
  const other = parts[from + by];
  return one && other ? parts.with(from, other).with(from + by, one) : parts;
}
