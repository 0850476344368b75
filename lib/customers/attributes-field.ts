import { isDay } from "#lib/lists/index.ts";
import type { ListField } from "#lib/lists/types.ts";
import { type AttributeFilter, readNumber } from "./attributes.ts";

const MOST_FILTERS = 10;
const LONGEST = 200;
const PARAM = /^attribute\.(min|max|from|to|yn|is|has)\.(.{1,60})$/su;

type Part = "min" | "max" | "from" | "to" | "yn" | "is" | "has";

/** The name of a parameter: `attribute.is.City`. */
export function attributeParam(part: Part, name: string): string {
  return `attribute.${part}.${name}`;
}

/** Conditions on attributes: `attribute.min.visits=3`, `attribute.is.City=Wien&attribute.is.City=Linz`. */
export function attributesField(): ListField<readonly AttributeFilter[]> {
  return {
    usual: [],
    isFilter: true,
    has: (name) => PARAM.test(name),
    read: readFilters,
    write: (filters) => filters.flatMap(paramsOf),
    unknown: (params) => {
      const filters = readFilters(params);
      const seen = new Set<string>();
      return [...params].flatMap(([key, text]) => {
        const [, part, name = ""] = PARAM.exec(key) ?? [];
        if (part === undefined || text.trim() === "") return [];
        const isRead = filters.some((each) => each.name === name && isIn(each, part, text));
        const isAgain = !MANY.has(part) && seen.has(key);
        seen.add(key);
        return isRead && !isAgain ? [] : [{ field: key, value: text.slice(0, LONGEST) }];
      });
    },
  };
}

/** Parts that have several values */
const MANY: ReadonlySet<string> = new Set(["yn", "is"]);

/** Whether what a parameter says is what a condition asks. */
function isIn(filter: AttributeFilter, part: string, text: string): boolean {
  switch (filter.kind) {
    case "numbers":
      return (part === "min" || part === "max") && numberIn(text.trim()) !== null;
    case "days":
      return (part === "from" || part === "to") && isDay(text.trim());
    case "yes_no":
      return part === "yn" && filter.values.some((each) => each === text.trim());
    case "values":
      return part === "is" && filter.values.includes(text.trim());
    case "contains":
      return part === "has" && filter.text === text.trim();
  }
}

function readFilters(params: URLSearchParams): AttributeFilter[] {
  const names = [...params.keys()].flatMap((key) => PARAM.exec(key)?.[2] ?? []);
  const filters = [...new Set(names)].flatMap((name) =>
    filterOf(params, name.replaceAll("\0", "")),
  );
  return filters.slice(0, MOST_FILTERS);
}

/** The first condition that an address holds on an attribute; none for what cannot be read. */
function filterOf(params: URLSearchParams, name: string): AttributeFilter[] {
  const one = (part: Part) => clean(params.get(attributeParam(part, name)) ?? "");
  const many = (part: Part) => params.getAll(attributeParam(part, name)).map(clean).filter(Boolean);
  const numbers = { from: numberIn(one("min")), to: numberIn(one("max")) };
  if (numbers.from ?? numbers.to) return [{ name, kind: "numbers", ...numbers }];
  const days = { from: dayIn(one("from")), to: dayIn(one("to")) };
  if (days.from ?? days.to) return [{ name, kind: "days", ...days }];
  const answers = (["yes", "no"] as const).filter((answer) => many("yn").includes(answer));
  if (answers.length > 0) return [{ name, kind: "yes_no", values: answers }];
  const values = [...new Set(many("is"))];
  if (values.length > 0) return [{ name, kind: "values", values }];
  return one("has") ? [{ name, kind: "contains", text: one("has") }] : [];
}

function paramsOf(filter: AttributeFilter): (readonly [string, string])[] {
  const { name } = filter;
  switch (filter.kind) {
    case "numbers":
      return present(
        [attributeParam("min", name), filter.from],
        [attributeParam("max", name), filter.to],
      );
    case "days":
      return present(
        [attributeParam("from", name), filter.from],
        [attributeParam("to", name), filter.to],
      );
    case "yes_no":
      return filter.values.map((value) => [attributeParam("yn", name), value]);
    case "values":
      return filter.values.map((value) => [attributeParam("is", name), value]);
    case "contains":
      return [[attributeParam("has", name), filter.text]];
  }
}

function present(...pairs: (readonly [string, string | null])[]): (readonly [string, string])[] {
  return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
}

function clean(text: string): string {
  return text.replaceAll("\0", "").trim().slice(0, LONGEST);
}

function numberIn(text: string): string | null {
  const number = readNumber(text);
  return number === null ? null : String(number);
}

function dayIn(text: string): string | null {
  return isDay(text) ? text : null;
}
