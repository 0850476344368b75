import { isSegment } from "#lib/value/types.ts";
import { CUSTOMER_SORTS, type CustomerFilter } from "./types.ts";

const LONGEST_SEARCH = 200;

export const ALL_CUSTOMERS: CustomerFilter = { search: "", segment: null, sort: "revenue" };

/** Query parameters as Next hands them over. */
type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The filter an address asks for; what it does not know counts as not said. */
export function parseCustomerFilter(params: SearchParams): CustomerFilter {
  const segment = textOf(params["segment"]);
  return {
    search: textOf(params["search"]).trim().slice(0, LONGEST_SEARCH),
    segment: isSegment(segment) ? segment : null,
    sort: CUSTOMER_SORTS.find((sort) => sort === params["sort"]) ?? ALL_CUSTOMERS.sort,
  };
}

/** Whether a filter leaves customers out. */
export function isFiltered({ search, segment }: CustomerFilter): boolean {
  return search !== "" || segment !== null;
}

/** The query part of an address for a filter, with the defaults left out: "?segment=at_risk", or "". */
export function customerQuery(filter: CustomerFilter, after?: string | null): string {
  const query = new URLSearchParams();
  if (filter.search) query.set("search", filter.search);
  if (filter.segment) query.set("segment", filter.segment);
  if (filter.sort !== ALL_CUSTOMERS.sort) query.set("sort", filter.sort);
  if (after) query.set("after", after);
  return query.size > 0 ? `?${query}` : "";
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
