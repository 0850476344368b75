export type Person = { id: string; name: string };

/** A department with who answers for it and how many belong to it. */
export type DepartmentRow = {
  id: string;
  name: string;
  parentId: string | null;
  head: Person | null;
  /** Active members of this department itself, not of those under it */
  memberCount: number;
  isArchived: boolean;
  version: number;
};

/** A department at its place in the tree; `level` 1 is the top. */
export type Branch = DepartmentRow & {
  level: number;
  /** How many lie directly under it */
  childCount: number;
};

export type DepartmentDetail = DepartmentRow & {
  parentName: string | null;
  members: readonly Person[];
  /** Names of active departments directly under it: it cannot be archived before them */
  children: readonly string[];
  /** Where it may hang: every active department that does not lie under it */
  places: readonly { id: string; name: string }[];
};
