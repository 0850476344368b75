import "server-only";
import type { Sql } from "#lib/db/sql.ts";
import type { DeletedKind } from "../types.ts";

/** A table, and the column by which a row of another points at it: null points at nothing. */
export type Pointer = { table: Sql; column: Sql };

/** Rows of another table that go and come back with a record. */
export type KeptAlong = {
  /** The table as text and as SQL */
  name: string;
  table: Sql;
  /** Whether a row `x` hangs on the record `o` */
  of: Sql;
  /** What else a row points at: it may come back only while that is there */
  pointsAt?: Pointer;
};

/** What is kept of a kind of record, `o` in its SQL, when one is deleted, so that it can be brought back as it was. */
export type Keeping = {
  kind: DeletedKind;
  table: Sql;
  /** What lists call it */
  name: Sql;
  /** The id of what it is a part of */
  partOf?: Sql;
  /** Whether a piece of evidence `e` goes with it */
  evidence: Sql;
  /** In the order in which they come back */
  along: readonly KeptAlong[];
};
