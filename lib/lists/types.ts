/** Query parameters as Next hands them over. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One page of a list; `next` is the key of the one after it, null at the end. */
export type Page<Row> = { items: Row[]; next: string | null };

/** Which page of a list is asked for: the one after a key, and how many rows of it. */
export type PageRequest = { after?: string | null | undefined; limit: number };

/** What an address says and nobody knows: `segment=zz`. */
export type UnknownValue = {
  field: string;
  value: string;
  /** Why it cannot be read; it is not known unless told */
  reason?: string;
};

/** Days YYYY-MM-DD, both counted; null where the stretch is open. */
export type DaySpan = { readonly from: string | null; readonly to: string | null };

/** How one part of what a list is asked for stands in an address. */
export type ListField<Value> = {
  /** The value when the address says nothing */
  usual: Value;
  /** Whether a parameter of that name is its own */
  has: (name: string) => boolean;
  /** Whether it can leave rows out; an order or a choice of columns cannot. */
  isFilter: boolean;
  read: (params: URLSearchParams) => Value;
  /** Name and value of each parameter; none for the usual value */
  write: (value: Value) => readonly (readonly [name: string, value: string])[];
  /** What the address says for this field and `read` left out */
  unknown: (params: URLSearchParams) => readonly UnknownValue[];
};

/** The fields of a list by the name of their value. */
// biome-ignore lint/suspicious/noExplicitAny: every kind of value; ListQuery gives each its own type back
export type ListFields = Readonly<Record<string, ListField<any>>>;

/** What a list is asked for: one value for each field. */
export type ListQuery<Fields extends ListFields> = {
  [Name in keyof Fields]: Fields[Name] extends ListField<infer Value> ? Value : never;
};

type Params = readonly (readonly [name: string, value: string])[];

/** How what a list is asked for stands in an address, for the page, its file and its filter bar alike. */
export type ListAddress<Fields extends ListFields> = {
  /** What the list is asked for when the address says nothing */
  usual: ListQuery<Fields>;
  /** What an address asks for */
  read: (params: SearchParams | URLSearchParams) => ListQuery<Fields>;
  /** What an address says and the list cannot read; of a file also names that it does not know, but for those `ofFile` */
  unknown: (
    params: SearchParams | URLSearchParams,
    ofFile?: readonly string[],
  ) => readonly UnknownValue[];
  /** The query part of an address with the usual left out: "?kind=social", or "". `after` is the key of a page. */
  write: (query: ListQuery<Fields>, after?: string | null) => string;
  /** How many filters leave rows out */
  countFilters: (query: ListQuery<Fields>) => number;
  /** The filters in force, by their names in the address */
  filters: (query: ListQuery<Fields>) => Params;
  /** The same without its filters; order and columns stay */
  withoutFilters: (query: ListQuery<Fields>) => ListQuery<Fields>;
  /** The parameters of an address with some changed, as a form keeps them in hidden fields */
  keep: (query: ListQuery<Fields>, changed?: Partial<ListQuery<Fields>>) => Params;
};

/** What a list can be asked for. */
export type QueryOf<Address> =
  Address extends ListAddress<infer Fields> ? ListQuery<Fields> : never;
