import "server-only";
import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Link,
  Preview,
  Text,
} from "@react-email/components";
import { render } from "@react-email/render";
import { createElement as element } from "react";
import type { Letter } from "../types.ts";

// The light colours of app/tokens.css: a mail reader knows no style sheet of ours.
const CANVAS = "#f8fafc";
const SURFACE = "#ffffff";
const TEXT = "#0f172a";
const MUTED = "#475569";
const HAIRLINE = "#e2e8f0";
const PRIMARY = "#4338ca";

const FONT = "Geist, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const BODY = { margin: "0", padding: "24px 12px", backgroundColor: CANVAS, fontFamily: FONT };
const CARD = {
  maxWidth: "560px",
  padding: "28px 32px",
  border: `1px solid ${HAIRLINE}`,
  borderRadius: "10px",
  backgroundColor: SURFACE,
};
const NAME = { margin: "0 0 20px", color: TEXT, fontSize: "15px", fontWeight: 600 };
const LINES = { margin: "0 0 14px", color: TEXT, fontSize: "15px", lineHeight: "24px" };
const BUTTON = {
  margin: "6px 0 18px",
  padding: "12px 20px",
  borderRadius: "6px",
  backgroundColor: PRIMARY,
  color: SURFACE,
  fontSize: "15px",
  fontWeight: 500,
};
const SMALL = { margin: "0", color: MUTED, fontSize: "13px", lineHeight: "20px" };
const ADDRESS = { color: MUTED, wordBreak: "break-all" } as const;
const LINE = { margin: "20px 0 16px", borderColor: HAIRLINE };

/** The HTML part of a mail: the words of its text part, without pictures and without a request to anywhere. */
export function renderHtml(letter: Letter): Promise<string> {
  return render(
    element(
      Html,
      { lang: "en" },
      head(letter.subject),
      element(Body, { style: BODY }, card(letter)),
    ),
  );
}

function head(subject: string) {
  return element(
    Head,
    null,
    element("title", null, subject),
    element("meta", { name: "viewport", content: "width=device-width" }),
    element("meta", { name: "color-scheme", content: "light only" }),
    element("meta", { name: "supported-color-schemes", content: "light only" }),
  );
}

function card({ paragraphs, link, reason }: Letter) {
  return element(
    Container,
    { style: CARD },
    element(Preview, null, paragraphs[0] ?? reason),
    element(Text, { style: NAME }, "Throughline"),
    ...paragraphs.map((text, at) => element(Text, { key: at, style: LINES }, text)),
    link && element(Button, { style: BUTTON, href: link.href }, link.label),
    link &&
      element(
        Text,
        { style: SMALL },
        element(Link, { href: link.href, style: ADDRESS }, link.href),
      ),
    element(Hr, { style: LINE }),
    element(Text, { style: SMALL }, reason),
  );
}
