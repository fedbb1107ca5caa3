package org.cobalink.review.check;

/** Looks at one thing and raises what it finds. */
public interface Check {
  void look(Case c, Findings findings);
}
