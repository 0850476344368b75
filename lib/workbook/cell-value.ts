import type { Workbook } from "./open-workbook.ts";
import { NO_WORKBOOK, Refusal } from "./refusal.ts";
import { plainText } from "./shared-texts.ts";
import type { SheetCell } from "./sheet-rows.ts";

/** A cell as the sheet writes it: its type, the place of its style, and what stands in it. */
type WrittenCell = { type: string; style: string; text: string };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days from the one that Excel counts as 0 to 1970; the 29 February 1900 that it invents is one of them. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1_462;
const LAST_DAY = 2_958_466;

/** What stands in a cell; null for an empty one and for a formula that failed. @throws Refusal for what no sheet holds */
export function cellValue({ type, style, text }: WrittenCell, book: Workbook): SheetCell {
  if (text === "" || type === "e") return null;
  switch (type) {
    case "s":
      return sharedText(text, book.texts);
    case "str":
    case "inlineStr":
      return plainText(text) || null;
    case "b":
      return text === "1" || text === "true";
    case "d":
      return isoDate(text);
    case "n":
      return numberOrDay(text, book.dateStyles[Number(style)] === true, book.is1904);
    default:
      throw new Refusal(NO_WORKBOOK);
  }
}

function sharedText(place: string, texts: readonly string[]): SheetCell {
  const text = texts[Number(place)];
  if (text === undefined) throw new Refusal(NO_WORKBOOK);
  return text || null;
}

function isoDate(text: string): SheetCell {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Refusal(NO_WORKBOOK);
  return date;
}

function numberOrDay(text: string, isDay: boolean, is1904: boolean): SheetCell {
  const number = Number(text);
  if (Number.isNaN(number)) throw new Refusal(NO_WORKBOOK);
  const days = is1904 ? number + DAYS_TO_1904 : number;
  if (!isDay || days < 0 || days >= LAST_DAY) return number;
  return new Date(Math.round((days - DAYS_TO_1970) * DAY_MS));
}
