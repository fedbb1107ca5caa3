package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Roles.Role;

/**
 * Whether a clause says of a manifestation that it is another disease, or may come of one: "the
 * anemia is from CKD", "neuropathy, likely alcohol". What was said of it before is then open again.
 */
final class Otherwise {
  private final ReadText text;

  Otherwise(ReadText text) {
    this.text = text;
  }

  /**
   * Whether this, or something that is not understood, is said of a disease.
   *
   * @param here what the clause mentions
   */
  boolean isOpen(Mention m, List<Mention> here) {
    return (m.isUnread && m.isDiagnosis())
        || (!m.isIndication
            && !explains(m)
            && (hasOtherCauseBefore(m) || isFollowedByOther(m, here)));
  }

  /**
   * "Polyneuropathy. The neuropathy is due to diabetes": what had no cause is given one; "B12
   * deficiency anemia. The anemia is due to celiac disease": what had one is told why.
   */
  private static boolean explains(Mention m) {
    return !m.causes.isEmpty()
        && m.antecedents.stream()
            .anyMatch(
                a ->
                    a.isIndication
                        ? a.nature.namesCause()
                            && m.causes.stream().allMatch(c -> c.nature.mayExplain())
                        : a.causes.stream().noneMatch(Mention::isDiagnosis));
  }

  /** "... is from CKD", "..., likely alcohol". */
  private boolean isFollowedByOther(Mention m, List<Mention> here) {
    boolean says = false;
    boolean doubts = false;
    for (int at = m.end; at < text.tokens().size(); at++) {
      int token = at;
      if (here.stream().anyMatch(o -> o.start == token && !o.isIndication)) {
        return says || doubts;
      }
      doubts |= has(at, Effect.UNCERTAIN);
      if ((doubts && text.isThing(at)) || (isCauseOpen(at) && hadCause(m))) {
        return true;
      }
      says |= text.plays(Role.SAYS, at);
      boolean passed =
          has(at, Effect.FILLER) || has(at, Effect.DUE_TO) || has(at, Effect.UNCERTAIN);
      if (!passed && !text.plays(Role.SAYS, at) && !(at == m.end && text.isText(at, ","))) {
        return false;
      }
    }
    return false;
  }

  /** "Blood loss explains the anemia." */
  private static boolean hasOtherCauseBefore(Mention m) {
    return m.causes.stream().noneMatch(c -> c.isIndication)
        && m.causes.stream().anyMatch(c -> c.end <= m.start);
  }

  /** That the cause of what had none is not known is nothing new. */
  private static boolean hadCause(Mention m) {
    return m.antecedents.isEmpty() || m.antecedents.stream().anyMatch(a -> !a.causes.isEmpty());
  }

  /** "Cause undetermined" says nothing of the disease, and that no cause is known. */
  private boolean isCauseOpen(int at) {
    return has(at, Effect.IGNORE) && has(at, Effect.STOP);
  }

  private boolean has(int at, Effect effect) {
    return text.modifiers().stream()
        .filter(m -> m.start() <= at && at < m.end())
        .flatMap(m -> m.values().stream())
        .map(Modifier::effect)
        .anyMatch(effect::equals);
  }
}
