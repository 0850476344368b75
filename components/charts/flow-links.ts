/** `beyond`: from no tier into one, or out of all of them. */
export type FlowDirection = "up" | "same" | "down" | "beyond";

export type FlowLink = { source: number; target: number; value: number; direction: FlowDirection };

/** `side` and `tier` say which end of which row or column a node is. */
export type FlowNode = { side: "before" | "after"; tier: number; total: number };

/**
 * The nodes and links of a move between tiers: `matrix[from][to]` counts, tier 0 is the best.
 *
 * A tier nobody is in has no node. `outside` is the place of those in no tier; null where all have one.
 */
export function flowLinks(
  matrix: readonly (readonly number[])[],
  outside: number | null = null,
): { nodes: FlowNode[]; links: FlowLink[] } {
  const before = matrix.map((row, tier) => ({ side: "before" as const, tier, total: sum(row) }));
  const after = matrix.map((_, tier) => ({
    side: "after" as const,
    tier,
    total: sum(matrix.map((row) => row[tier] ?? 0)),
  }));
  const nodes = [...before, ...after].filter(({ total }) => total > 0);
  const indexOf = (side: FlowNode["side"], tier: number) =>
    nodes.findIndex((node) => node.side === side && node.tier === tier);
  const links = matrix.flatMap((row, from) =>
    row.flatMap((value, to) =>
      value > 0
        ? [
            {
              source: indexOf("before", from),
              target: indexOf("after", to),
              value,
              direction: from === outside || to === outside ? "beyond" : directionOf(from, to),
            },
          ]
        : [],
    ),
  );
  return { nodes, links };
}

/** Tier 0 is the best, so a smaller number is a move up. */
export function directionOf(from: number, to: number): FlowDirection {
  if (to === from) return "same";
  return to < from ? "up" : "down";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
