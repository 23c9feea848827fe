// A part of all unit splits: bounds per fund and on the total. The search cuts it in two until every part is settled.

export interface UnitNode {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly lowTotal: number;
  readonly highTotal: number;
}

/** Which bound was split: a fund's units, or (fund −1) the total. */
export interface UnitSplit {
  readonly fund: number;
  readonly at: number;
}

/**
 * Why no split of units is better: every part is empty, or bounded by Lagrange at a price θ for share money and a
 * level for units, with shares as real numbers or whole. Anyone can re-compute it without knowing how it was found.
 */
export type UnitProof =
  | { readonly kind: 'empty' }
  | { readonly kind: 'bound'; readonly theta: number; readonly level: number; readonly isWhole?: boolean }
  | {
      readonly kind: 'split';
      readonly split: UnitSplit;
      readonly below: UnitProof;
      readonly above: UnitProof;
    };

/** The two parts: at most `at`, and at least `at + 1`. */
export function cut(node: UnitNode, { fund, at }: UnitSplit): [UnitNode, UnitNode] {
  if (fund < 0) {
    return [
      { ...node, highTotal: Math.min(node.highTotal, at) },
      { ...node, lowTotal: Math.max(node.lowTotal, at + 1) },
    ];
  }
  const high = node.high.map((value, index) => (index === fund ? Math.min(value, at) : value));
  const low = node.low.map((value, index) => (index === fund ? Math.max(value, at + 1) : value));
  return [
    { ...node, high },
    { ...node, low },
  ];
}
