import { isDateFormat } from "./is-date-format.ts";
import { MOST_TEXT_BYTES } from "./limits.ts";
import { NO_WORKBOOK, Refusal, TOO_LARGE } from "./refusal.ts";
import { textsOf } from "./shared-texts.ts";
import { localName, type XmlAttributes, type XmlHandler, XmlReader } from "./xml-reader.ts";

/** A part of a workbook: its place in the file, the size that the file says, and its text, piece by piece. */
export type ZipEntry = { name: string; unpackedBytes: number; text: () => AsyncIterable<string> };

/** A workbook whose sheets are known, and what their cells refer to. */
export type Workbook = {
  sheets: readonly { name: string; entry: ZipEntry }[];
  /** Texts that cells name by their place */
  texts: readonly string[];
  /** Whether a cell's style shows its number as a day, by the place of the style */
  dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macs did */
  is1904: boolean;
};

/** Reads what a workbook says of its sheets. @throws Refusal for what is none */
export async function openWorkbook(entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const read = async (path: string, handler: Partial<XmlHandler>) => {
    const entry = parts.get(path.toLowerCase());
    if (!entry) return false;
    if (entry.unpackedBytes > MOST_TEXT_BYTES) throw new Refusal(TOO_LARGE);
    await readXml(entry.text(), handler);
    return true;
  };
  const { targets, texts: textsPath, styles: stylesPath } = await readRelations(read);
  const { named, is1904 } = await readBook(read);
  const sheets = named.flatMap(({ name, relation }) => {
    const entry = parts.get((targets.get(relation) ?? "").toLowerCase());
    return entry ? [{ name, entry }] : [];
  });
  const shared = textsOf();
  if (textsPath) await read(textsPath, shared.handler);
  return { sheets, texts: shared.texts, dateStyles: await readStyles(read, stylesPath), is1904 };
}

/** Feeds the pieces of a document to a handler. */
async function readXml(pieces: AsyncIterable<string>, handler: Partial<XmlHandler>): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

type Read = (path: string, handler: Partial<XmlHandler>) => Promise<boolean>;

/** Where the parts of a workbook lie, by the ids that it calls them. */
async function readRelations(read: Read) {
  const targets = new Map<string, string>();
  const kinds = new Map<string, string>();
  const isThere = await read("xl/_rels/workbook.xml.rels", {
    open: (tag, { Id = "", Target = "", Type = "" }) => {
      if (tag !== "Relationship") return;
      const path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, path);
      kinds.set(Type.slice(Type.lastIndexOf("/") + 1), path);
    },
  });
  if (!isThere) throw new Refusal(NO_WORKBOOK);
  return { targets, texts: kinds.get("sharedStrings"), styles: kinds.get("styles") };
}

async function readBook(read: Read) {
  const named: { name: string; relation: string }[] = [];
  let is1904 = false;
  const isThere = await read("xl/workbook.xml", {
    open: (tag, { date1904 = "", name = "", ...others }) => {
      if (tag === "workbookPr") is1904 = /^(?:1|true)$/.test(date1904);
      if (tag === "sheet") named.push({ name, relation: relationOf(others) });
    },
  });
  if (!isThere) throw new Refusal(NO_WORKBOOK);
  return { named, is1904 };
}

/** The attribute "r:id", whatever its prefix is. */
function relationOf(attributes: XmlAttributes): string {
  return Object.entries(attributes).find(([name]) => localName(name) === "id")?.[1] ?? "";
}

/** Whether each style of cells shows a day; a workbook without styles has none. */
async function readStyles(read: Read, path: string | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const found: number[] = [];
  let isOfCells = false;
  await read(path ?? "xl/styles.xml", {
    open: (tag, { numFmtId = "0", formatCode = "" }) => {
      if (tag === "cellXfs") isOfCells = true;
      if (tag === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (tag === "xf" && isOfCells) found.push(Number(numFmtId));
    },
    close: (tag) => {
      if (tag === "cellXfs") isOfCells = false;
    },
  });
  return found.map((id) => isDateFormat(id, codes.get(id) ?? ""));
}
