package org.cobalink.review.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens.Token;
import org.cobalink.review.assess.Statement.Person;

/**
 * "The deficiency", "the dementia": what was named before under a fuller name, where only one thing
 * was; "the latter", "both deficiencies", where two were. What it is due to, and what is due to it,
 * is said of those; by itself it says nothing.
 */
final class References {
  private final Roles roles;
  private final NamesAgain again;
  private final BiPredicate<Mention, Mention> says;

  /**
   * @param says whether what the first means says what the second may mean
   */
  References(Roles roles, BiPredicate<Mention, Mention> says) {
    this.roles = roles;
    this.again = new NamesAgain(roles);
    this.says = says;
  }

  /** Tells the mentions of a text what they refer to, and adds nouns that do. */
  void find(List<Token> tokens, List<Mention> mentions) {
    for (int i = 1; i < tokens.size(); i++) {
      if (again.isNamedBefore(tokens, i)
          || again.isBoth(tokens, i)
          || again.isPronoun(tokens, i)
          || isSubject(tokens, mentions, i)) {
        find(tokens, mentions, i);
      }
    }
  }

  /** "Moderate dementia. Dementia is due to ...", "B12 deficiency. Deficiency is from ..." */
  private boolean isSubject(List<Token> tokens, List<Mention> mentions, int at) {
    if (!Clauses.isEnd(tokens.get(at - 1).text())) {
      return false;
    }
    int end = named(mentions, at).filter(m -> m.start == at).map(m -> m.end).orElse(at + 1);
    return end < tokens.size() && roles.plays(Role.SAYS, tokens.get(end).text());
  }

  private static Optional<Mention> named(List<Mention> mentions, int at) {
    return mentions.stream().filter(m -> m.start <= at && at < m.end).findFirst();
  }

  private void find(List<Token> tokens, List<Mention> mentions, int at) {
    Optional<Mention> named = named(mentions, at);
    if (named.isPresent()) {
      Mention m = named.get();
      m.antecedents = m.isEvent() ? List.of() : fuller(mentions, m, at);
      return;
    }
    List<Mention> meant = meant(tokens, mentions, at);
    if (!meant.isEmpty()) {
      int index = (int) mentions.stream().filter(m -> m.start < at).count();
      mentions.add(index, new Mention(again.start(tokens, at), at + 1, meant));
    }
  }

  /** "Dementia" for "mild dementia"; a disease by the same name too, where it was named once. */
  private List<Mention> fuller(List<Mention> mentions, Mention m, int at) {
    List<Mention> meant = before(mentions, at, b -> says.test(b, m));
    boolean other =
        meant.stream().noneMatch(m::meansTheSame)
            || (m.isDiagnosis() && isSaidOnceBefore(mentions, m));
    return meant.size() == 1 && other ? meant : List.of();
  }

  private List<Mention> meant(List<Token> tokens, List<Mention> mentions, int at) {
    int sentence = Sentences.start(tokens, at);
    if (again.isOfTwo(tokens, at)) {
      List<Mention> two =
          before(mentions, at, m -> m.mayBeOneOfTwo() && !isNamedAgain(mentions, m, sentence, at));
      return two.size() == 2 ? List.of(again.which(two, tokens, at)) : List.of();
    }
    if (again.isBoth(tokens, at)) {
      List<Mention> two = before(mentions, sentence, Mention::mayBeOneOfTwo);
      return two.size() == 2 ? two : List.of();
    }
    if (again.isPronoun(tokens, at)) {
      List<Mention> one = before(mentions, sentence, Mention::mayBeOneOfTwo);
      boolean clear = one.size() == 1 && one.get(0).isIndication;
      return clear && !one.get(0).nature.namesCause() ? one : List.of();
    }
    List<Mention> all =
        again.isNoun(tokens, at)
            ? before(mentions, at, m -> holds(tokens, m, again.start(tokens, at), at))
            : List.of();
    return all.size() == again.howMany(tokens, at) ? all : List.of();
  }

  private static boolean isSaidOnceBefore(List<Mention> mentions, Mention m) {
    return mentions.stream()
            .filter(o -> o.start < m.start && o.meansTheSame(m) && o.antecedents.isEmpty())
            .count()
        == 1;
  }

  /** "The anemia is due to the former": it is none of the two itself. */
  private static boolean isNamedAgain(List<Mention> mentions, Mention m, int start, int at) {
    return m.start < start
        && mentions.stream()
            .anyMatch(o -> !o.isNoun() && start <= o.start && o.start < at && o.meansTheSame(m));
  }

  /** Whether its name has all words from one to another. */
  private static boolean holds(List<Token> tokens, Mention m, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> tokens.get(i).text())
        .allMatch(
            w -> IntStream.range(m.start, m.end).anyMatch(i -> tokens.get(i).text().equals(w)));
  }

  /** Those before that may be meant, of those that mean the same the last. */
  private static List<Mention> before(List<Mention> mentions, int at, Predicate<Mention> meant) {
    Map<List<Lexicon.Meaning>, Mention> all = new LinkedHashMap<>();
    mentions.stream()
        .filter(m -> m.end < at && m.antecedents.isEmpty())
        .filter(meant)
        .forEach(m -> all.put(m.meanings, m));
    return List.copyOf(all.values());
  }

  /** Gives what is said of a reference to what it refers to. */
  static void resolve(List<Mention> mentions) {
    for (Mention again : List.copyOf(mentions)) {
      if (again.isSaidWhole()) {
        again.antecedents = List.of();
      }
      again.antecedents.forEach(m -> resolve(again, m));
      for (Mention m : mentions) {
        if (!again.antecedents.isEmpty() && m.causes.remove(again)) {
          again.antecedents.forEach(a -> Links.addCause(m, a));
        }
      }
    }
    mentions.removeIf(
        m -> m.isStatedPlainly() && m.antecedents.stream().anyMatch(a -> saysNoMore(a, m)));
  }

  /** Whether a reference says no more than what it refers to; a noun never does. */
  private static boolean saysNoMore(Mention antecedent, Mention again) {
    return again.isNoun() || (antecedent.isStatedPlainly() && !antecedent.isAmbiguous());
  }

  private static void resolve(Mention again, Mention antecedent) {
    if (antecedent.person != Person.PATIENT) {
      again.doubt();
    }
    if (again.isUnread) {
      antecedent.doubt();
    } else if (again.isStatedPlainly()) {
      again.causes.forEach(c -> Links.addCause(antecedent, c));
      antecedent.unreadCause |= again.unreadCause;
    }
  }
}
