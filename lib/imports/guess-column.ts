import { parseCalendarDay } from "./calendar-day.ts";
import { matchHeader, normaliseHeader } from "./match-headers.ts";
import { readConsent } from "./read-consent.ts";
import { splitNumber } from "./split-number.ts";
import { splitMoment } from "./time-of-day.ts";
import type { DateFormat, DecimalSeparator } from "./types.ts";

/** What the cells of a column look like. */
export type ColumnType =
  | { type: "empty" | "text" | "email" | "phone" | "wholeNumber" }
  /** `mark` is null where a mark before three digits could part thousands or decimals */
  | { type: "decimal" | "money"; mark: DecimalSeparator | null }
  /** `order` is null where day and month could be either; `separator` stands between the parts, "" for none */
  | { type: "day"; order: DateFormat | null; separator: string }
  /** `words` are the different cells, at most four */
  | { type: "yesNo"; words: string[] };

/** What a column is, told from its cells and, for personal data, from its header too. */
export type ColumnGuess = ColumnType & {
  /** May name or reach a person */
  isPersonal: boolean;
};

/** More cells are not asked: the first ones tell. */
const MOST_CELLS = 500;
/** A typing error does not change what a column is: so many cells may be something else, and one among four or more. */
const ODD_SHARE = 0.1;
const ODD_ONE_AMONG = 4;

/**
 * Tells what a column holds: the first type that nine of ten filled cells fit, or all but one. Days whose order of day
 * and month no cell shows are left undecided, and so is a decimal mark; nothing is assumed.
 */
export function guessColumn(header: string, cells: readonly string[]): ColumnGuess {
  const filled = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .slice(0, MOST_CELLS);
  const type = typeOf(filled);
  return { ...type, isPersonal: isPersonal(type, header, filled) };
}

function typeOf(cells: readonly string[]): ColumnType {
  if (cells.length === 0) return { type: "empty" };
  return (
    yesNoOf(cells) ??
    dayOf(cells) ??
    numberOf(cells) ??
    (isMostly(cells, EMAIL) ? { type: "email" } : undefined) ??
    (isMostly(cells, PHONE) ? { type: "phone" } : undefined) ?? { type: "text" }
  );
}

const EMAIL = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell);
/** A plain row of digits is a number of something; a plus, a leading zero or parts make it one to call. */
const PHONE = (cell: string) =>
  /^(?:\+|0|\()[\d\s()./–-]{5,24}$|^\d{2,5}[\s./-]\d[\d\s./-]{4,18}$/.test(cell) &&
  cell.replaceAll(/\D/g, "").length >= 6;

function isMostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return isMost(cells.filter(fits).length, cells.length);
}

function isMost(fitting: number, all: number): boolean {
  const mayBeOdd = Math.max(Math.floor(ODD_SHARE * all), all >= ODD_ONE_AMONG ? 1 : 0);
  return fitting >= all - mayBeOdd;
}

const MOST_WORDS = 4;

/** Yes or no in words that the import knows: at most four different ones, of both kinds or of letters. */
function yesNoOf(cells: readonly string[]): ColumnType | undefined {
  const words = [...new Set(cells)];
  if (words.length > MOST_WORDS) return undefined;
  const meanings = words.map((word) => readConsent(word));
  if (meanings.some((meaning) => meaning?.lawfulBasis !== "consent")) return undefined;
  if (meanings.every((meaning) => meaning?.state === "unknown")) return undefined;
  const isNumeric = words.every((word) => /^\d$/.test(word));
  return isNumeric && words.length === 1 ? undefined : { type: "yesNo", words };
}

const SEPARATOR = /\d([-/.])\d/;

function dayOf(cells: readonly string[]): ColumnType | undefined {
  const days = cells.flatMap((cell) => dayText(cell) ?? []);
  const read = (format?: DateFormat) =>
    days.filter((day) => "value" in parseCalendarDay(day, format)).length;
  const [plain, dmy, mdy] = [read(), read("dmy"), read("mdy")];
  if (!isMost(Math.max(plain, dmy, mdy), cells.length)) return undefined;
  const separator = SEPARATOR.exec(days[0] ?? "")?.[1] ?? "";
  const isYearFirst = days.every((day) => /^\d{4}/.test(day));
  if (isYearFirst) return { type: "day", order: "ymd", separator };
  if (separator === ".") return { type: "day", order: "dmy", separator };
  return { type: "day", order: dmy === mdy ? null : dmy > mdy ? "dmy" : "mdy", separator };
}

/** The day of a cell that holds one; eight digits alone are rather a number than a day unless they make one. */
function dayText(cell: string): string | undefined {
  if (!/^\d{1,4}[-/.]?\d{1,2}[-/.]?\d{1,4}(?:$|[T\s])/.test(cell)) return undefined;
  const moment = splitMoment(cell);
  return "value" in moment ? moment.value.dayText : undefined;
}

const WHOLE = (cell: string) => /^[-−+]?\d{1,15}$/.test(cell);
const AFFIX = /^(?:[A-Z]{3}|\p{Sc})?\s?([-−+]?[\d.,'’ ]*\d)\s?(?:[A-Z]{3}|\p{Sc})?$/u;
const SIGN = /[A-Z]{3}|\p{Sc}/u;
/** Codes and account numbers keep their zeros. */
const LEADING_ZERO = (cell: string) => /^0\d/.test(cell);

function numberOf(cells: readonly string[]): ColumnType | undefined {
  if (cells.some(LEADING_ZERO)) return undefined;
  if (isMostly(cells, WHOLE)) return { type: "wholeNumber" };
  const bodies = cells.flatMap((cell) => AFFIX.exec(cell)?.[1]?.replace(/^[-−+]/, "") ?? []);
  const read = (mark?: DecimalSeparator) =>
    bodies.filter((body) => "value" in (splitNumber(body, mark) ?? {})).length;
  const [point, comma] = [read("."), read(",")];
  if (!isMost(Math.max(point, comma), cells.length)) return undefined;
  const type = isMostly(cells, (cell) => SIGN.test(cell)) ? "money" : "decimal";
  return { type, mark: point === comma ? null : point > comma ? "." : "," };
}

const PERSONAL_FIELDS: ReadonlySet<string> = new Set(["email", "name", "phone"]);
/** Headers of columns that name somebody, say where they live, or where people write what they like. */
const PERSONAL_WORDS =
  /(?:first|last|sur|full|family|contact|customer|kunden|nach|vor)name|address|adresse|street|stra[sß]+e|birth|geburt|phone|telefon|remark|comment|notes?$|bemerkung|kommentar|notiz/;
const PERSON_NAME =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|di|la|le)){1,3}$/u;
const NAMES_AT_LEAST = 3;

function isPersonal({ type }: ColumnType, header: string, cells: readonly string[]): boolean {
  if (type === "email" || type === "phone") return true;
  if (type !== "text") return false;
  if (PERSONAL_FIELDS.has(matchHeader("customers", header) ?? "")) return true;
  return PERSONAL_WORDS.test(normaliseHeader(header)) || areNames(cells);
}

/** Names of people hardly repeat; those of towns and products do. */
function areNames(cells: readonly string[]): boolean {
  const different = new Set(cells).size;
  if (different < NAMES_AT_LEAST || !isMost(different, cells.length)) return false;
  return isMostly(cells, (cell) => PERSON_NAME.test(cell));
}
