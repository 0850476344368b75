/** The lists that views are saved of. */
export const VIEW_LISTS = ["customers", "audit"] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** A list's query under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** The query part of the address without "?" */
  query: string;
  isShared: boolean;
  /** Whether the reader saved it, and so may change it */
  isOwn: boolean;
};

/** A view that was deleted, as Undo saves it again. */
export type GoneView = Pick<SavedView, "name" | "query" | "isShared"> & { list: string };
