import type { Branch, DepartmentRow } from "./types.ts";

type Node = { id: string; parentId: string | null };

/** All departments under `id`, at any depth. */
export function departmentsUnder(departments: readonly Node[], id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const child of departments) {
      if (child.parentId !== parent || found.has(child.id)) continue;
      found.add(child.id);
      waiting.push(child.id);
    }
  }
  return found;
}

/** The active departments that somebody leads, with all under them, and those they belong to; in the order given. */
export function ownDepartments<D extends Node & { headId: string | null }>(
  departments: readonly D[],
  { membershipId, departmentIds }: { membershipId: string; departmentIds: readonly string[] },
): D[] {
  const led = departments.filter(({ headId }) => headId === membershipId).map(({ id }) => id);
  const own = new Set([
    ...[...departmentIds, ...led],
    ...led.flatMap((id) => [...departmentsUnder(departments, id)]),
  ]);
  return departments.filter(({ id }) => own.has(id));
}

/** Whether `id` may hang under `parentId` (null: at the top): never under itself nor under what lies under it. */
export function mayHangUnder(
  departments: readonly Node[],
  id: string,
  parentId: string | null,
): boolean {
  if (parentId === null) return true;
  return parentId !== id && !departmentsUnder(departments, id).has(parentId);
}

/**
 * Departments in the order of reading: each followed by those under it, equals by name. One whose parent is not among
 * them stands at the top.
 */
export function readingOrder(departments: readonly DepartmentRow[]): Branch[] {
  const ids = new Set(departments.map(({ id }) => id));
  const byParent = new Map<string | null, DepartmentRow[]>();
  for (const department of departments) {
    const parent = department.parentId && ids.has(department.parentId) ? department.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), department]);
  }
  const under = (parent: string | null, level: number): Branch[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((department) => [
        { ...department, level, childCount: byParent.get(department.id)?.length ?? 0 },
        ...under(department.id, level + 1),
      ]);
  return under(null, 1);
}
