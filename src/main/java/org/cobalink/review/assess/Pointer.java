package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/** A linker that only points back: "neuropathy due to it", "secondary to this". */
final class Pointer {
  private final Words words;
  private final Roles roles;

  Pointer(Words words, Roles roles) {
    this.words = words;
    this.roles = roles;
  }

  /** "Due to it", and nothing more. */
  boolean isIn(Phrases.Match<Modifier> link) {
    int at = link.end();
    while (at < words.end && !isBreak(at) && (words.isFiller(at) || refers(at))) {
      at++;
    }
    return at > link.end() && refers(at - 1) && (at == words.end || isBreak(at));
  }

  /**
   * What it points to, where only one thing stands before the linker's left side: "B12 deficiency
   * with neuropathy due to same", "ileal resection, B12 deficiency due to this".
   */
  List<Mention> to(Mention left) {
    Mention first = words.mentions.get(0);
    boolean one = left != null && words.mentions.indexOf(left) == 1;
    return one && (first.isIndication || left.isIndication) ? List.of(first) : List.of();
  }

  private boolean refers(int at) {
    return roles.plays(Role.REFERS, words.text(at)) && !words.isMention(at);
  }

  private boolean isBreak(int at) {
    return Between.PUNCTUATION.contains(words.text(at));
  }
}
