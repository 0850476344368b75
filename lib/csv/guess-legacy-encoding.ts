import type { CsvEncoding } from "./types.ts";

type LegacyEncoding = Exclude<CsvEncoding, `utf-${string}`>;

/**
 * Letters of languages beside those of ASCII, under the encodings they are written in. Where two explain a text equally
 * well the earlier one is taken: Icelandic and Turkish share most of their bytes, and Turkish is written far more often.
 */
const LANGUAGES: readonly (readonly [LegacyEncoding, string])[] = [
  ["windows-1252", "äöüßéèà"],
  ["windows-1252", "éèêëàâçîïôùûüÿœæ"],
  ["windows-1252", "áéíóúñü¿¡ªº"],
  ["windows-1252", "ãõáâàçéêíóôúü"],
  ["windows-1252", "àèéìíîòóùú"],
  ["windows-1252", "åäöæøéü"],
  ["windows-1252", "áéíóúäëïöüèà"],
  ["windows-1254", "çğıöşüİâîû"],
  ["windows-1250", "ąćęłńóśźż"],
  ["windows-1250", "áčďéěíňóřšťúůýž"],
  ["windows-1250", "áäčďéíĺľňóôŕšťúýž"],
  ["windows-1250", "áéíóöőúüű"],
  ["windows-1250", "čćđšž"],
  ["windows-1250", "ăâîşţ"],
  ["windows-1252", "áðéíóúýþæö"],
  ["windows-1251", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ"],
  ["windows-1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"],
  ["macintosh", "äöüßéèêàâçîïôùûáíóúñåæø"],
];

/** Frequent characters of languages that write a character with two bytes. */
const SCRIPTS: readonly (readonly [LegacyEncoding, RegExp])[] = [
  ["shift_jis", /[\u3041-\u3096\u30a1-\u30fa]/gu],
  ["euc-kr", /[\uac00-\ud7a3]/gu],
  [
    "gb18030",
    /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能很服务质量]/gu,
  ],
  ["big5", /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能很服務質量]/gu],
];
/** So many of the characters beside ASCII must be of the script: the rest is punctuation and rarer ones. */
const SCRIPT_SHARE: Readonly<Partial<Record<LegacyEncoding, number>>> = {
  shift_jis: 0.3,
  "euc-kr": 0.6,
  gb18030: 0.15,
  big5: 0.15,
};

/** Signs that come with any language, and stand between words or before them. */
const SIGNS = /[\u2010-\u2027\u2030-\u203a\u20ac\u2122£¥§©«®°·»\u00a0…×–—]/u;
/** Where nothing explains more than this share of the letters, the most usual encoding is assumed. */
const LEAST_EXPLAINED = 0.7;

/**
 * The encoding of a text that is none of Unicode's, told by its letters: the first one in which nearly all of them are
 * those of one language. Windows-1252 where none is.
 */
export function guessLegacyEncoding(head: Uint8Array): LegacyEncoding {
  const script = scriptOf(head);
  if (script) return script;
  const usual = new TextDecoder("windows-1252").decode(head, { stream: true });
  let best: { encoding: LegacyEncoding; share: number } = {
    encoding: "windows-1252",
    share: LEAST_EXPLAINED,
  };
  for (const [encoding, letters] of LANGUAGES) {
    const { share, ownShare } = explained(decoded(head, encoding), letters, usual);
    if (share > best.share && ownShare >= LEAST_EXPLAINED) best = { encoding, share };
  }
  return best.encoding;
}

function decoded(head: Uint8Array, encoding: LegacyEncoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** The encoding of two bytes to a character in which the most frequent characters stand out most; null for none. */
function scriptOf(head: Uint8Array): LegacyEncoding | null {
  const found = SCRIPTS.map(([encoding, frequent]) => ({
    encoding,
    certainty: shareOf(head, encoding, frequent) / (SCRIPT_SHARE[encoding] ?? 1),
  }));
  const best = found.toSorted((one, other) => other.certainty - one.certainty)[0];
  return best && best.certainty >= 1 ? best.encoding : null;
}

function shareOf(head: Uint8Array, encoding: LegacyEncoding, frequent: RegExp): number {
  const text = decoded(head, encoding);
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  if (others === 0 || text.includes("\ufffd")) return 0;
  return (text.match(frequent)?.length ?? 0) / others;
}

/**
 * The shares of the characters beside ASCII, signs left out, that are letters of a language where such may stand: of all,
 * and of those that Windows-1252 reads otherwise, since the others speak for no encoding.
 */
function explained(text: string, letters: string, usual: string) {
  const known = new Set([...letters, ...letters.toUpperCase()]);
  const found = [...text.matchAll(/[^\p{ASCII}]/gu)].filter(
    ([character]) => !SIGNS.test(character),
  );
  const own = found.filter(({ 0: character, index }) => character !== usual[index]);
  const isRight = ({ 0: character, index }: RegExpExecArray) =>
    known.has(character) && !isTorn(text.slice(Math.max(0, index - 1), index + 1));
  // Nothing but signs speaks for the most usual encoding, which comes first.
  const shareOfRight = (some: RegExpExecArray[]) =>
    some.length === 0 ? 1 : some.filter(isRight).length / some.length;
  return { share: shareOfRight(found), ownShare: shareOfRight(own) };
}

/** A capital behind a small letter, or another script within a Latin word: the letters of another encoding. */
function isTorn(written: string): boolean {
  return /\p{Ll}\p{Lu}|[A-Za-z][^\p{Script=Latin}]/u.test(written);
}
