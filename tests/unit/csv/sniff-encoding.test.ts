import { describe, expect, it } from "vitest";
import { sniffEncoding } from "#lib/csv/sniff-encoding.ts";

/** Texts in the bytes of the encoding that such files come in, as hexadecimal: no encoder knows them all. */
const SAMPLES = [
  [
    "windows-1252",
    "Müller sagt: schön, grüße aus Köln; Straße",
    "69642c636f6d6d656e740a312c4dfc6c6c657220736167743a20736368f66e2c206772fcdf6520617573204bf66c6e3b2053747261df650a",
  ],
  [
    "windows-1252",
    "déjà vu, façade, où est-ce, œuvre",
    "69642c636f6d6d656e740a312c64e96ae02076752c206661e76164652c206ff9206573742d63652c209c757672650a",
  ],
  [
    "windows-1252",
    "El niño comió mañana, ¿qué tal? información",
    "69642c636f6d6d656e740a312c456c206e69f16f20636f6d69f3206d61f1616e612c20bf7175e92074616c3f20696e666f726d616369f36e0a",
  ],
  [
    "windows-1252",
    "São Paulo não é fácil, informação",
    "69642c636f6d6d656e740a312c53e36f205061756c6f206ee36f20e92066e163696c2c20696e666f726d61e7e36f0a",
  ],
  [
    "windows-1252",
    "Søren på æblegrød, Malmö är här",
    "69642c636f6d6d656e740a312c53f872656e2070e520e6626c656772f8642c204d616c6df620e4722068e4720a",
  ],
  [
    "windows-1252",
    "Þetta er íslenska, gæði þjónustu, mjög gott að tala við þá",
    "69642c636f6d6d656e740a312cde6574746120657220ed736c656e736b612c2067e6f06920fe6af36e757374752c206d6af66720676f74742061f02074616c61207669f020fee10a",
  ],
  [
    "windows-1254",
    "Çok güzel bir alışveriş, teşekkürler; kargo hızlı geldi",
    "69642c636f6d6d656e740a312cc76f6b2067fc7a656c2062697220616cfdfe76657269fe2c207465fe656b6bfc726c65723b206b6172676f2068fd7a6cfd2067656c64690a",
  ],
  [
    "windows-1254",
    "iyi değil, yavaş ve kırık",
    "69642c636f6d6d656e740a312c697969206465f0696c2c2079617661fe207665206bfd72fd6b0a",
  ],
  [
    "windows-1254",
    "İstanbul mağazası",
    "69642c636f6d6d656e740a312cdd7374616e62756c206d61f0617a6173fd0a",
  ],
  [
    "windows-1250",
    "Zażółć gęślą jaźń; dziękuję bardzo za szybką obsługę",
    "69642c636f6d6d656e740a312c5a61bff3b3e62067ea9c6cb9206a619ff13b20647a69ea6b756aea20626172647a6f207a6120737a79626bb9206f6273b37567ea0a",
  ],
  [
    "windows-1250",
    "Příliš žluťoučký kůň, děkuji",
    "69642c636f6d6d656e740a312c50f8ed6c699a209e6c759d6f75e86bfd206bf9f22c2064ec6b756a690a",
  ],
  [
    "windows-1250",
    "Árvíztűrő tükörfúrógép, köszönöm szépen",
    "69642c636f6d6d656e740a312cc17276ed7a74fb72f52074fc6bf67266fa72f367e9702c206bf6737af66ef66d20737ae970656e0a",
  ],
  ["windows-1250", "Č šž ćuđenje", "69642c636f6d6d656e740a312cc8209a9e20e675f0656e6a650a"],
  [
    "windows-1251",
    "Очень хорошо, спасибо большое; доставка быстрая",
    "69642c636f6d6d656e740a312ccef7e5edfc20f5eef0eef8ee2c20f1efe0f1e8e1ee20e1eeebfcf8eee53b20e4eef1f2e0e2eae020e1fbf1f2f0e0ff0a",
  ],
  [
    "windows-1251",
    "Дуже дякую, все чудово її",
    "69642c636f6d6d656e740a312cc4f3e6e520e4ffeaf3fe2c20e2f1e520f7f3e4eee2ee20bfbf0a",
  ],
  [
    "windows-1253",
    "Πολύ καλή εξυπηρέτηση, ευχαριστώ",
    "69642c636f6d6d656e740a312cd0efebfd20eae1ebde20e5eef5f0e7f1ddf4e7f3e72c20e5f5f7e1f1e9f3f4fe0a",
  ],
  [
    "shift_jis",
    "とても良いサービスでした。ありがとうございます",
    "69642c636f6d6d656e740a312c82c682c482e097c782a28354815b8372835882c582b582bd814282a082e882aa82c682a482b282b482a282dc82b70a",
  ],
  [
    "shift_jis",
    "名前,コメント\n田中,配送が早い",
    "69642c636f6d6d656e740a312c96bc914f2c83528381839383670a936392862c947a919782aa918182a20a",
  ],
  [
    "euc-kr",
    "서비스가 아주 좋습니다. 감사합니다",
    "69642c636f6d6d656e740a312cbcadbaf1bdbab0a120bec6c1d620c1c1bdc0b4cfb4d92e20b0a8bbe7c7d5b4cfb4d90a",
  ],
  [
    "gb18030",
    "服务很好，物流很快，我们都很满意，质量不错的",
    "69642c636f6d6d656e740a312cb7fecef1badcbac3a3acceefc1f7badcbfeca3acced2c3c7b6bcbadcc2fad2e2a3acd6cac1bfb2bbb4edb5c40a",
  ],
  [
    "big5",
    "服務很好，我們都很滿意，質量不錯的",
    "69642c636f6d6d656e740a312caa41b0c8abdca66ea141a7daadccb3a3abdcbaa1b74ea141bde8b671a4a3bff9aaba0a",
  ],
  [
    "macintosh",
    "Müller sagt: schön, grüße aus Köln",
    "69642c636f6d6d656e740a312c4d9f6c6c657220736167743a207363689a6e2c2067729fa76520617573204b9a6c6e0a",
  ],
  [
    "windows-1252",
    "Müller und Señor Núñez aßen crème brûlée à la carte; très élégant, João não",
    "69642c636f6d6d656e740a312c4dfc6c6c657220756e64205365f16f72204efaf1657a2061df656e206372e86d65206272fb6ce96520e0206c612063617274653b207472e87320e96ce967616e742c204a6fe36f206ee36f0a",
  ],
] as const;

describe("the encoding of a file without a mark", () => {
  it.each(SAMPLES)("is told from its letters: %s, %s", (encoding, text, hex) => {
    const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
    expect(sniffEncoding(bytes)).toBe(encoding);
    expect(new TextDecoder(encoding).decode(bytes)).toContain(text);
  });

  it("is UTF-8 where the bytes are, and Windows-1252 where letters tell nothing", () => {
    expect(sniffEncoding(new TextEncoder().encode("Çok güzel, спасибо"))).toBe("utf-8");
    expect(sniffEncoding(Uint8Array.from([0x61, 0x2c, 0x80, 0x31, 0x0a]))).toBe("windows-1252");
  });
});
