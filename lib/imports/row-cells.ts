import type { ImportField, Parsed, Reject } from "./types.ts";

export const MAX_ID_LENGTH = 200;
const MAX_PARSED_LENGTH = 100;
const VALUE_SHOWN = 200;

/** One record of the file. */
export interface FileRow {
  line: number;
  cells: readonly string[];
  /** What stands for cells that no column holds */
  constants?: ReadonlyMap<ImportField, string>;
  /** The columns that say a field where its own cell is empty */
  fallbacks?: ReadonlyMap<ImportField, readonly number[]>;
  /** What the cells of a field stand for, by `valueKey` of their text */
  values?: ReadonlyMap<ImportField, ReadonlyMap<string, string>>;
  /** Fields that have a cell only so that faults can name them: nothing is said of them */
  unsaid?: ReadonlySet<ImportField>;
}

/** How a text is found among those that stand for something else. */
export function valueKey(text: string): string {
  return text.trim().toLowerCase();
}

/** The cells of one row by field. Collects every bad cell, so that a person sees all of them at once. */
export class RowCells {
  readonly rejects: Reject[] = [];
  #row: FileRow;
  #columns: readonly (ImportField | null)[];
  #headers: readonly string[];

  constructor(row: FileRow, columns: readonly (ImportField | null)[], headers: readonly string[]) {
    this.#row = row;
    this.#columns = columns;
    this.#headers = headers;
  }

  /** Whether the row has as many cells as the header; otherwise no cell can be trusted. */
  hasRightWidth(): boolean {
    const cells = this.#row.cells.length;
    const headers = this.#headers.length;
    if (cells !== headers) this.#reject("", "", `Row has ${cells} cells, the header ${headers}.`);
    return cells === headers;
  }

  has(field: ImportField): boolean {
    return this.#columns.includes(field) || this.#row.constants?.has(field) === true;
  }

  /** Whether something is said of a field, if only that it is empty: else what is stored stays. */
  says(field: ImportField): boolean {
    return this.has(field) && this.#row.unsaid?.has(field) !== true;
  }

  /** The trimmed text of a field's cell; "" when the cell is empty or the file has no such column. */
  text(field: ImportField): string {
    const text = this.#written(field, this.#placeOf(field)).trim();
    return this.#row.values?.get(field)?.get(valueKey(text)) ?? text;
  }

  /** A text of at most `limit` characters, or null for an empty cell. */
  optionalText(field: ImportField, limit: number): string | null {
    const text = this.text(field);
    if (text.length > limit) this.reject(field, `Longer than ${limit} characters.`);
    return text === "" ? null : text;
  }

  /** An identifier of at most 200 characters, all of them visible; "" for an empty cell. */
  optionalId(field: ImportField): string {
    const text = this.optionalText(field, MAX_ID_LENGTH) ?? "";
    if (hasControls(text)) this.reject(field, "Holds an invisible control character. Remove it.");
    return text;
  }

  requiredId(field: ImportField): string {
    const id = this.optionalId(field);
    if (id === "") this.rejectEmpty(field);
    return id;
  }

  /** What `parse` makes of a cell; null when the cell is empty or was rejected. */
  parsed<Value>(field: ImportField, parse: (text: string) => Parsed<Value>): Value | null {
    const text = this.optionalText(field, MAX_PARSED_LENGTH);
    if (text === null || text.length > MAX_PARSED_LENGTH) return null;
    const parsed = parse(text);
    if ("value" in parsed) return parsed.value;
    this.reject(field, parsed.reason);
    return null;
  }

  rejectEmpty(field: ImportField): void {
    this.reject(field, "This cell must not be empty.");
  }

  reject(field: ImportField, reason: string): void {
    const at = this.#placeOf(field);
    this.#reject(this.#headers[at] ?? "", this.#written(field, at), reason);
  }

  /** The column that says a field in this row: its own, or the first filled one that stands in for it. */
  #placeOf(field: ImportField): number {
    const own = this.#columns.indexOf(field);
    const others = this.#row.fallbacks?.get(field);
    if (own === -1 || !others || this.#isFilled(own)) return own;
    return others.find((at) => this.#isFilled(at)) ?? own;
  }

  #isFilled(at: number): boolean {
    return (this.#row.cells[at] ?? "").trim() !== "";
  }

  #written(field: ImportField, at: number): string {
    return this.#row.cells[at] ?? this.#row.constants?.get(field) ?? "";
  }

  #reject(column: string, value: string, reason: string): void {
    const shown = { column: shorten(column), value: shorten(value) };
    this.rejects.push({ line: this.#row.line, ...shown, reason });
  }
}

function shorten(text: string): string {
  if (text.length <= VALUE_SHOWN) return text;
  return text.slice(0, VALUE_SHOWN).replace(/[\uD800-\uDBFF]$/, "");
}

// Tab and line ends may stand inside a cell; other controls only look like nothing.
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isControl = code < 0x20 || code === 0x7f;
    if (isControl && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
  }
  return false;
}
