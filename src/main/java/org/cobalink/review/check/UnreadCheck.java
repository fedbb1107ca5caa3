package org.cobalink.review.check;

import java.util.List;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Row;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.code.Coded;
import org.cobalink.review.code.SupportedCode;

/**
 * A certain diagnosis beside one that is not understood: asked about where its codes would not hold
 * if that one stood, as with a pregnancy or an anemia beside a deficiency, or would be half of what
 * is said, as without a manifestation. It never adds a code.
 */
final class UnreadCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    boolean decided = findings.verdict().compareTo(Verdict.QUERY) > 0;
    boolean presumed = c.today().codes().stream().anyMatch(SupportedCode::presumed);
    if (!c.isSupportedToday() || !(decided || presumed)) {
      return;
    }
    List<Entry> unread =
        c.today().scope().stream()
            .filter(e -> e.statements().stream().anyMatch(s -> isUnread(s, presumed)))
            .toList();
    if (unread.isEmpty()) {
      return;
    }
    Coded read =
        c.coder()
            .code(
                c.today().scope().stream().map(Entry::asRead).toList(),
                c.assessment().entries().stream().map(Entry::asRead).toList());
    if (!startsWith(codes(read), codes(c.today()))
        || addsManifestation(read, c.today())
        || asksMore(read, c.today())) {
      findings.raise(gate(unread), c.wordsOf(unread));
    }
  }

  /**
   * What may mean several things only bears on what nobody said outright, as "PA" does, or where it
   * may be a manifestation, as "SCD".
   */
  private static boolean isUnread(Statement s, boolean presumed) {
    boolean several = s.clarity() == Clarity.SEVERAL_MEANINGS;
    boolean manifestation = s.says(Assessment.EVIDENCE) && !s.says(Assessment.INDICATION);
    return s.clarity() == Clarity.NOT_UNDERSTOOD || (several && (presumed || manifestation));
  }

  private static Gate gate(List<Entry> unread) {
    boolean several =
        unread.stream()
            .flatMap(e -> e.statements().stream())
            .anyMatch(s -> s.clarity() == Clarity.SEVERAL_MEANINGS);
    return several ? Gate.AMBIGUOUS : Gate.NOT_UNDERSTOOD;
  }

  /** "B12 deficiency. Neuropathy due to it, my colleague reckons": half of it would be coded. */
  private static boolean addsManifestation(Coded read, Coded today) {
    return read.codes().stream()
        .anyMatch(k -> k.isManifestation() && today.find(k.code()).isEmpty());
  }

  /** "Anemia, zorp. B12 deficiency": whether the one is due to the other would be asked. */
  private static boolean asksMore(Coded read, Coded today) {
    return read.deciding().stream()
        .filter(r -> r.supports() == Row.Supports.YES && r.finding().isPresent())
        .anyMatch(r -> !today.deciding().contains(r));
  }

  private static boolean startsWith(List<String> all, List<String> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  private static List<String> codes(Coded coded) {
    return coded.codes().stream().map(SupportedCode::code).toList();
  }
}
