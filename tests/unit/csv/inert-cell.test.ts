import { expect, it } from "vitest";
import { inertCell } from "#lib/csv/index.ts";

it.each(["=cmd()|' /C calc'!A0", "+1+2", "-2+3", "@SUM(1)", "\t=1", "\r=1", "--1", "-"])(
  "puts a quote mark in front of %j",
  (text) => {
    expect(inertCell(text)).toBe(`'${text}`);
  },
);

it.each(["-12", "+12.50", "-1,5", "0", "Ann", "a=b", "", "ann@example.com"])(
  "leaves %j as it is",
  (text) => {
    expect(inertCell(text)).toBe(text);
  },
);
