import type { Branch } from "#lib/departments/types.ts";

/** The rows of a tree in reading order without those under a closed one. */
export function visibleBranches(
  branches: readonly Branch[],
  closed: ReadonlySet<string>,
): readonly Branch[] {
  const hidden = new Set<string>();
  return branches.filter(({ id, parentId }) => {
    const isHidden = parentId !== null && (closed.has(parentId) || hidden.has(parentId));
    if (isHidden) hidden.add(id);
    return !isHidden;
  });
}

export type TreeStep = { focus: string } | { open: string } | { close: string };

/** What an arrow key does on a row: up and down walk; right opens or enters; left closes or goes to the parent. */
export function treeStep(
  rows: readonly Branch[],
  closed: ReadonlySet<string>,
  { id, key }: { id: string; key: string },
): TreeStep | null {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (!row) return null;
  const isOpen = row.childCount > 0 && !closed.has(id);
  const to = (target: Branch | undefined): TreeStep | null =>
    target ? { focus: target.id } : null;
  switch (key) {
    case "ArrowDown":
      return to(rows[at + 1]);
    case "ArrowUp":
      return to(rows[at - 1]);
    case "ArrowRight":
      if (isOpen) return to(rows[at + 1]);
      return row.childCount > 0 ? { open: id } : null;
    case "ArrowLeft":
      return isOpen ? { close: id } : to(rows.find((each) => each.id === row.parentId));
    default:
      return null;
  }
}
