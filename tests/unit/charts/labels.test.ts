import { describe, expect, it } from "vitest";
import { fittingLabels } from "#components/charts/fitting-labels.ts";
import { placeEvents } from "#components/charts/place-events.ts";
import {
  type Box,
  isOverlapping,
  type LabelPlace,
  placeLabels,
} from "#components/charts/place-labels.ts";
import { spreadLabels } from "#components/charts/spread-labels.ts";
import { textWidth } from "#components/charts/text-width.ts";
import { cutShort, wrapWords } from "#components/charts/wrap-words.ts";

describe("spreadLabels", () => {
  const room = { gap: 16, from: 0, to: 100 };

  it("leaves labels where they are when they do not touch", () => {
    expect(spreadLabels([80, 20, 50], room)).toEqual([80, 20, 50]);
  });

  it("pushes labels apart, in their order, inside the room", () => {
    const places = spreadLabels([96, 98, 97], room);
    expect(places).toEqual([68, 100, 84]);
  });

  it("keeps the gap even where there is too little room", () => {
    expect(spreadLabels([5, 5, 5], { gap: 16, from: 0, to: 20 })).toEqual([0, 16, 32]);
  });
});

describe("placeLabels", () => {
  const bounds = { left: 0, top: 0, right: 300, bottom: 200 };
  const boxOf = (place: NonNullable<LabelPlace>, width: number): Box => {
    const left = place.x - { start: 0, middle: width / 2, end: width }[place.anchor];
    return { left, right: left + width, top: place.y - 10, bottom: place.y + 4 };
  };

  it("puts a label at the right of its point, and at the left where the edge is near", () => {
    const wish = { y: 100, width: 60, radius: 5 };
    expect(placeLabels([{ x: 50, ...wish }], { bounds })[0]?.anchor).toBe("start");
    expect(placeLabels([{ x: 290, ...wish }], { bounds })[0]?.anchor).toBe("end");
  });

  it("lets no label cover another, a point, or what is taken", () => {
    const wishes = Array.from({ length: 12 }, (_, index) => ({
      x: 60 + 17 * (index % 5),
      y: 40 + 11 * index,
      width: 70,
      radius: 5,
    }));
    const taken = [{ left: 0, top: 0, right: 80, bottom: 24 }];
    const boxes = placeLabels(wishes, { bounds, taken }).flatMap((place) =>
      place ? [boxOf(place, 70)] : [],
    );
    expect(boxes.length).toBeGreaterThan(6);
    for (const [index, box] of boxes.entries()) {
      const others = [...boxes.slice(index + 1), ...taken];
      expect(others.some((other) => isOverlapping(box, other))).toBe(false);
      for (const { x, y } of wishes)
        expect(isOverlapping(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })).toBe(
          false,
        );
    }
  });

  it("leaves a label out where there is no room", () => {
    const crowd = Array.from({ length: 5 }, () => ({ x: 20, y: 20, width: 200, radius: 5 }));
    const places = placeLabels(crowd, { bounds: { left: 0, top: 0, right: 230, bottom: 40 } });
    expect(places).toContain(null);
  });
});

describe("placeEvents", () => {
  const room = { from: 0, to: 400 };

  it("centres words over their rule, inside the plot", () => {
    expect(placeEvents([{ x: 200, width: 80 }], room)).toEqual([{ left: 160, row: 0 }]);
    expect(placeEvents([{ x: 390, width: 80 }], room)).toEqual([{ left: 320, row: 0 }]);
  });

  it("keeps words off the rule and the words of the next event", () => {
    const [first, second] = placeEvents(
      [
        { x: 180, width: 100 },
        { x: 210, width: 100 },
      ],
      room,
    );
    expect(first).toEqual({ left: 84, row: 0 });
    expect(second).toEqual({ left: 206, row: 0 });
  });

  it("goes up a row where neither side is free", () => {
    const crowd = [180, 190, 200].map((x) => ({ x, width: 150 }));
    expect(new Set(placeEvents(crowd, room).map(({ row }) => row)).size).toBeGreaterThan(1);
  });
});

describe("fittingLabels", () => {
  it("keeps the greatest of those that touch", () => {
    const labels = [10, 40, 20].map((weight, index) => ({ middle: 20 * index, width: 30, weight }));
    expect(fittingLabels(labels)).toEqual([false, true, false]);
    expect(fittingLabels(labels.map((label) => ({ ...label, width: 10 })))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("words in a drawing", () => {
  it("wrap at spaces, break where a word is too long, and end in …", () => {
    expect(wrapWords("Care renewal", 200)).toEqual(["Care renewal"]);
    expect(wrapWords("Care renewal", 60)).toEqual(["Care", "renewal"]);
    const long = wrapWords("Donaudampfschifffahrtsgesellschaft", 80);
    expect(long).toHaveLength(2);
    expect(long[0]?.endsWith("-")).toBe(true);
    expect(long[1]?.endsWith("…")).toBe(true);
    for (const line of long) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });

  it("are cut only where they are too long", () => {
    expect(cutShort("Repair", 100)).toBe("Repair");
    expect(textWidth(cutShort("Wohnungsbaugenossenschaften", 60))).toBeLessThanOrEqual(60);
  });
});
