import { expect, it } from "vitest";
import { renderPlainHtml } from "#lib/mail/render-plain-html.ts";

it("writes the words of a letter and lets none of them be markup", () => {
  const html = renderPlainHtml({
    subject: "A & B",
    paragraphs: ["Hello <b>Ann</b>,", "one"],
    link: { label: 'Open "it"', href: "https://x.example/?a=1&b=2" },
    reason: "Because.",
  });
  expect(html).toContain("<title>A &amp; B</title>");
  expect(html).toContain("<p>Hello &lt;b&gt;Ann&lt;/b&gt;,</p><p>one</p>");
  expect(html).toContain('<a href="https://x.example/?a=1&amp;b=2">Open &quot;it&quot;</a>');
  expect(html).toContain("<p>Because.</p>");
});
