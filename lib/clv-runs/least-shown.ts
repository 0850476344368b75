import type { Session } from "#lib/auth/types.ts";
import { mayReadExactValue } from "./value-seen-by.ts";

/** The total of fewer customers says what one of them is worth, to whoever knows the others. */
const LEAST_CUSTOMERS = 5;

/**
 * Which groups of a whole that is told the session may see: for those who see only bands of one, none of fewer than five customers, and
 * where these together are one group, or fewer than five, the smallest others with them: what is left out must not follow from the total.
 *
 * `groups`: how many customers each has; nobody is told of always. Worked: 40, 3, 9 and 0 are seen as true, false, false, true; 40, 3, 2
 * and 9 as true, false, false, true.
 */
export function readableGroups(session: Session, groups: readonly number[]): boolean[] {
  const seen = groups.map((customers) => mayReadTotalOf(session, customers));
  const hidden = groups.filter((_, place) => !seen[place]);
  if (hidden.length === 0) return seen;
  const others = groups
    .map((customers, place) => ({ customers, place }))
    .filter(({ customers, place }) => seen[place] && customers > 0)
    .sort((one, other) => one.customers - other.customers);
  const sum = hidden.reduce((all, customers) => all + customers, 0);
  const smallest = others[0];
  if (smallest && (hidden.length === 1 || sum < LEAST_CUSTOMERS)) seen[smallest.place] = false;
  return seen;
}

/**
 * The same of a table whose columns are groups of a whole by themselves, and are told elsewhere: of a column that may not be seen no cell,
 * of the others each as in a whole of its own. `to`: the column of a cell; null where nothing adds up to it.
 */
export function readableCells(
  session: Session,
  cells: readonly { to: number | null; customers: number }[],
): boolean[] {
  const columns = [...new Set(cells.map(({ to }) => to))];
  const placesOf = (column: number | null) =>
    cells.flatMap(({ to }, place) => (to === column ? [place] : []));
  const sizeOf = (place: number) => cells[place]?.customers ?? 0;
  const sizes = columns.map((column) =>
    column === null ? 0 : placesOf(column).reduce((sum, place) => sum + sizeOf(place), 0),
  );
  const seen = readableGroups(session, sizes);
  const readable = cells.map(() => false);
  for (const [at, column] of columns.entries()) {
    const places = placesOf(column);
    const within = readableGroups(session, places.map(sizeOf));
    for (const [index, place] of places.entries())
      readable[place] = seen[at] === true && within[index] === true;
  }
  return readable;
}

/** Whether the session may see what so many customers come to: for those who see only bands of one, of five and more. */
export function mayReadTotalOf(session: Session, customers: number): boolean {
  return customers === 0 || customers >= LEAST_CUSTOMERS || mayReadExactValue(session);
}
