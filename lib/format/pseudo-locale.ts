/**
 * The words of the application as a test language: accents show what was translated, brackets show what was cut off, and
 * two fifths more length shows where another language would not fit.
 */

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
// A few have no accent that our typeface knows; every word has others.
const ACCENTED = "ábçđéƒǧĥîĵķļmñöþqŕšţûṽŵẋýžÁBÇĐÉFǦĤÎĴĶĻMÑÖÞQŔŠŢÛṼŴẊÝŽ";
const ACCENTS: ReadonlyMap<string, string> = new Map(
  [...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]),
);
const EXTRA_LENGTH = 0.4;
const LONGEST_FILLER = 7;

type Messages = { readonly [key: string]: string | Messages };

/** Every message of a tree, keys untouched. */
export function pseudoMessages<T extends Messages>(messages: T): T {
  const entries = Object.entries(messages).map(([key, message]) => [
    key,
    typeof message === "string" ? pseudoMessage(message) : pseudoMessages(message),
  ]);
  // The same keys as before: only the words differ.
  return Object.fromEntries(entries) as T;
}

/** One ICU message: "Hello {name}" → "[Ĥéļļö {name} ~~]". Arguments, selectors and tags stay as they are. */
export function pseudoMessage(message: string): string {
  const { text, letters } = new Rewriter(message).run();
  const fill = filler(Math.ceil(letters * EXTRA_LENGTH));
  return `[${text}${fill && ` ${fill}`}]`;
}

/** In short words, so that it breaks as a sentence would. */
function filler(length: number): string {
  const words = Math.ceil(length / LONGEST_FILLER);
  return Array.from({ length: words }, (_, at) =>
    "~".repeat(Math.min(LONGEST_FILLER, length - at * LONGEST_FILLER)),
  ).join(" ");
}

type Rewritten = { text: string; letters: number };

/** Walks through an ICU message once, from left to right. */
class Rewriter {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Words up to the end, or up to the brace that closes this branch. `letters` counts the longest way through. */
  run(): Rewritten {
    let text = "";
    let letters = 0;
    while (this.at < this.source.length && this.source[this.at] !== "}") {
      const part = this.part();
      text += part.text;
      letters += part.letters;
    }
    return { text, letters };
  }

  private part(): Rewritten {
    const first = this.source[this.at] ?? "";
    if (first === "{") return this.argument();
    if (first === "<") return verbatim(this.through(">"));
    if (first === "'" && /['{}<>#]/.test(this.source[this.at + 1] ?? "")) return this.quoted();
    this.at += 1;
    const accented = ACCENTS.get(first);
    return { text: accented ?? first, letters: accented ? 1 : 0 };
  }

  /** `''` is an apostrophe; anything else between apostrophes is text that only looks like syntax. */
  private quoted(): Rewritten {
    const end = this.source.indexOf("'", this.at + 1);
    return verbatim(this.take(end < 0 ? this.source.length : end + 1));
  }

  private argument(): Rewritten {
    const head = /^\{[^,{}]*,\s*(?:plural|select|selectordinal)\s*,/.exec(
      this.source.slice(this.at),
    );
    if (!head) return verbatim(this.through("}"));
    let text = this.take(this.at + head[0].length);
    let letters = 0;
    while (this.at < this.source.length && this.source[this.at] !== "}") {
      text += this.throughBefore(/[{}]/);
      if (this.source[this.at] !== "{") break;
      text += this.take(this.at + 1);
      const branch = this.run();
      text += branch.text + this.take(this.at + 1);
      letters = Math.max(letters, branch.letters);
    }
    return { text: text + this.take(this.at + 1), letters };
  }

  private through(mark: string): string {
    const end = this.source.indexOf(mark, this.at);
    return this.take(end < 0 ? this.source.length : end + 1);
  }

  private throughBefore(mark: RegExp): string {
    const found = this.source.slice(this.at).search(mark);
    return this.take(found < 0 ? this.source.length : this.at + found);
  }

  private take(end: number): string {
    const taken = this.source.slice(this.at, end);
    this.at = end;
    return taken;
  }
}

function verbatim(text: string): Rewritten {
  return { text, letters: 0 };
}
