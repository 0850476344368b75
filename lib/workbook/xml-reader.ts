import { SaxesParser } from "saxes";
import { NO_WORKBOOK, Refusal } from "./refusal.ts";

/** Of a tag, by their whole names. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of a document, in its order; names of tags come without their prefix. */
export type XmlHandler = {
  open: (name: string, attributes: XmlAttributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/** A text or a tag longer than this is none of a sheet: a cell holds 32,767 characters. */
const MOST_PENDING = 4 * 1024 ** 2;
/** Tags that are open at once, each of which is held; a sheet has about ten. */
const MOST_DEPTH = 256;

/**
 * Reads XML piece by piece and keeps no more than the tags that are open and the text that is not whole yet. A DOCTYPE, which
 * may declare entities, is refused.
 *
 * @throws Refusal for what is not well formed
 */
export class XmlReader {
  #parser = new SaxesParser({ position: false, xmlns: false });
  /** Characters since a tag began or ended */
  #pending = 0;
  #depth = 0;

  constructor(handler: Partial<XmlHandler>) {
    this.#parser.on("opentag", ({ name, attributes }) => {
      this.#pending = 0;
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) refuse();
      handler.open?.(localName(name), attributes);
    });
    this.#parser.on("closetag", ({ name }) => {
      this.#pending = 0;
      this.#depth -= 1;
      handler.close?.(localName(name));
    });
    this.#parser.on("text", (text) => handler.text?.(text));
    this.#parser.on("cdata", (text) => handler.text?.(text));
    this.#parser.on("doctype", refuse);
    this.#parser.on("error", refuse);
  }

  write(piece: string): void {
    this.#pending += piece.length;
    this.#parser.write(piece);
    if (this.#pending > MOST_PENDING) refuse();
  }

  end(): void {
    this.#parser.close();
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function refuse(): never {
  throw new Refusal(NO_WORKBOOK);
}
