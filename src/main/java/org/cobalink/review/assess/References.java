package org.cobalink.review.assess;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens.Token;
import org.cobalink.review.assess.Statement.Person;

/**
 * "The deficiency", "the dementia": what was named before under a fuller name, where only one thing
 * was. What it is due to, and what is due to it, is said of that one; by itself it says nothing.
 */
final class References {
  private static final String OF = "of";
  private final Roles roles;
  private final BiPredicate<Mention, Mention> says;

  /**
   * @param says whether what the first means says what the second may mean
   */
  References(Roles roles, BiPredicate<Mention, Mention> says) {
    this.roles = roles;
    this.says = says;
  }

  /** Tells the mentions of a text what they refer to, and adds nouns that do. */
  void find(List<Token> tokens, List<Mention> mentions) {
    for (int i = 1; i < tokens.size(); i++) {
      if (roles.plays(Role.DEFINITE, tokens.get(i - 1).text()) || isSubject(tokens, mentions, i)) {
        find(tokens, mentions, i);
      }
    }
  }

  /** "Moderate dementia. Dementia is due to ...", "B12 deficiency. Deficiency is from ..." */
  private boolean isSubject(List<Token> tokens, List<Mention> mentions, int at) {
    if (!Clauses.isEnd(tokens.get(at - 1).text())) {
      return false;
    }
    int end =
        mentions.stream()
            .filter(m -> m.start == at)
            .mapToInt(m -> m.end)
            .findFirst()
            .orElse(at + 1);
    return end < tokens.size() && roles.plays(Role.SAYS, tokens.get(end).text());
  }

  private void find(List<Token> tokens, List<Mention> mentions, int at) {
    Optional<Mention> named =
        mentions.stream().filter(m -> m.start <= at && at < m.end).findFirst();
    if (named.isPresent()) {
      Mention again = named.get();
      again.antecedent =
          again.isEvent()
              ? Optional.empty()
              : only(mentions, at, m -> says.test(m, again))
                  .filter(m -> !m.meanings.equals(again.meanings));
    } else if (isNoun(tokens, at)) {
      String noun = tokens.get(at).text();
      only(mentions, at, m -> holds(tokens, m, noun)).ifPresent(m -> add(mentions, at, m));
    }
  }

  /** "The deficiency", not "the deficiency of iron". */
  private boolean isNoun(List<Token> tokens, int at) {
    return roles.plays(Role.NAMES_AGAIN, tokens.get(at).text())
        && !(at + 1 < tokens.size() && tokens.get(at + 1).text().equals(OF));
  }

  private static boolean holds(List<Token> tokens, Mention m, String noun) {
    return IntStream.range(m.start, m.end).anyMatch(i -> tokens.get(i).text().equals(noun));
  }

  /** The last of those before that may be meant, where all mean the same. */
  private static Optional<Mention> only(List<Mention> mentions, int at, Predicate<Mention> meant) {
    List<Mention> all =
        mentions.stream().filter(m -> m.end < at && m.antecedent.isEmpty()).filter(meant).toList();
    boolean same = all.stream().map(m -> m.meanings).distinct().count() == 1;
    return same ? Optional.of(all.get(all.size() - 1)) : Optional.empty();
  }

  /**
   * Leaves out nouns that are part of a phrase, or that may speak of a thing named before them in
   * the sentence: "Ferritin is 6 and the deficiency is the cause".
   */
  static void leaveOut(List<Mention> mentions, ReadText text) {
    mentions.removeIf(
        m -> m.isNoun() && text.modifiers().stream().anyMatch(p -> isAnother(m, p, text)));
  }

  private static boolean isAnother(Mention m, Phrases.Match<Modifier> phrase, ReadText text) {
    boolean part = phrase.start() < m.start && m.end <= phrase.end();
    boolean thing = text.isThing(phrase.start()) && phrase.end() <= m.start;
    return part
        || (thing
            && IntStream.range(phrase.end(), m.start)
                .noneMatch(i -> Clauses.isEnd(text.tokens().get(i).text())));
  }

  private static void add(List<Mention> mentions, int at, Mention antecedent) {
    int index = (int) mentions.stream().filter(m -> m.start < at).count();
    mentions.add(index, new Mention(at, antecedent));
  }

  /** Gives what is said of a reference to what it refers to. */
  static void resolve(List<Mention> mentions) {
    for (Mention again : List.copyOf(mentions)) {
      again.antecedent.ifPresent(m -> resolve(again, m, mentions));
    }
    mentions.removeIf(
        m -> m.isStatedPlainly() && m.antecedent.filter(a -> saysNoMore(a, m)).isPresent());
  }

  /** Whether a reference says no more than what it refers to; a noun never does. */
  private static boolean saysNoMore(Mention antecedent, Mention again) {
    return again.isNoun() || (antecedent.isStatedPlainly() && !antecedent.isAmbiguous());
  }

  private static void resolve(Mention again, Mention antecedent, List<Mention> mentions) {
    if (antecedent.person != Person.PATIENT) {
      again.doubt();
    }
    if (again.isUnread) {
      antecedent.doubt();
    } else if (again.isStatedPlainly()) {
      again.causes.forEach(c -> Links.addCause(antecedent, c));
      antecedent.unreadCause |= again.unreadCause;
    }
    for (Mention m : mentions) {
      if (m.causes.remove(again)) {
        Links.addCause(m, antecedent);
      }
    }
  }
}
