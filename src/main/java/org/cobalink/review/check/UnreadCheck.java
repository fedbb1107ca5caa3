package org.cobalink.review.check;

import java.util.List;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.code.Coded;
import org.cobalink.review.code.SupportedCode;

/**
 * A certain diagnosis beside one that is not understood: asked about where its codes would not hold
 * if that one stood, as with a pregnancy or an anemia beside a deficiency. It never adds a code.
 */
final class UnreadCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    if (!c.isSupportedToday() || findings.verdict().compareTo(Verdict.QUERY) <= 0) {
      return;
    }
    List<Entry> unread =
        c.today().scope().stream().filter(e -> e.statements().stream().anyMatch(this::is)).toList();
    if (unread.isEmpty()) {
      return;
    }
    Coded read =
        c.coder()
            .code(
                c.today().scope().stream().map(Entry::asRead).toList(),
                c.assessment().entries().stream().map(Entry::asRead).toList());
    if (!startsWith(codes(read), codes(c.today()))) {
      findings.raise(Gate.NOT_UNDERSTOOD, c.wordsOf(unread));
    }
  }

  private boolean is(Statement s) {
    return s.clarity() == Statement.Clarity.NOT_UNDERSTOOD;
  }

  private static boolean startsWith(List<String> all, List<String> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  private static List<String> codes(Coded coded) {
    return coded.codes().stream().map(SupportedCode::code).toList();
  }
}
