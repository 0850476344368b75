import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import watchlist from "#lib/format/messages/en/watchlist.json";

const t = createTranslator({ locale: "en", messages: { watchlist } });

describe("the words of the watch list", () => {
  it("speak of renewals where the run reads subscriptions", () => {
    const contracts = { basis: "contracts" };
    expect(t("watchlist.chance", contracts)).toBe("Chance not to renew");
    expect(t("watchlist.chanceShort", { ...contracts, chance: "9 %" })).toBe("9 % not to renew");
    expect(t("watchlist.calibration.actual", contracts)).toBe("Stayed throughout");
    expect(
      t("watchlist.calibration.verdicts.too_high", {
        ...{ ...contracts, predicted: "59.6 %", actual: "49.5 %" },
      }),
    ).toBe("Too hopeful: foretold that 59.6 % of customers would stay throughout; 49.5 % did.");
    expect(t("watchlist.calibration.leftNote", contracts)).not.toMatch(/bought|buy/);
  });

  it("speak of purchases where it reads orders", () => {
    const orders = { basis: "orders" };
    expect(t("watchlist.chance", orders)).toBe("Chance to have left");
    expect(t("watchlist.calibration.actual", orders)).toBe("Bought again");
  });

  it("say what is at risk with its interval, where there is one", () => {
    const value = "€64,728";
    expect(
      t("watchlist.finding", { value, hasInterval: "yes", interval: "€55,959 – €73,497" }),
    ).toBe("€64,728 of the value to come is at risk (95 % interval €55,959 – €73,497).");
    expect(t("watchlist.finding", { value, hasInterval: "no", interval: "–" })).toBe(
      "€64,728 of the value to come is at risk.",
    );
  });
});
