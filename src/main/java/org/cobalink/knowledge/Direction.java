package org.cobalink.knowledge;

/** Where a modifier reaches. */
public enum Direction {
  FORWARD,
  BACKWARD,
  /** Everything before it: "..., actually iron deficiency". */
  EARLIER,
  /** Only what stands directly before it. */
  ADJACENT,
  /** Only what stands directly before it, a comma or dash between, with nothing after it. */
  TRAILING,
  /** Only what stands directly after it. */
  NEXT,
  BOTH,
  /** Forward where a linker or, after a comma, a concept follows; else both. */
  SIDE,
  /** An empty box: of what stands after it where boxes come first, else of what stands before. */
  BOX,
  /**
   * Between two that may be it: the nearest on each side, and what stands only beside a diagnosis
   * on the way: "malabsorption after bypass vs PPI".
   */
  CHOICE,
  /** Only where it stands between two concepts. */
  BETWEEN,
  LINK,
  /** A link without an object. */
  ALONE,
  NONE
}
