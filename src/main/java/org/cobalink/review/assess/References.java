package org.cobalink.review.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
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
      List<Mention> meant = m.isEvent() ? List.of() : before(mentions, at, b -> says.test(b, m));
      boolean other =
          meant.stream().noneMatch(m::meansTheSame)
              || (m.isDiagnosis() && isSaidOnceBefore(mentions, m));
      m.antecedents = meant.size() == 1 && other ? meant : List.of();
    } else if (again.isOfTwo(tokens, at)) {
      int start = Sentences.start(tokens, at);
      List<Mention> two =
          before(mentions, at, m -> m.mayBeOneOfTwo() && !isNamedAgain(mentions, m, start, at));
      if (two.size() == 2) {
        add(mentions, new Mention(at, at + 1, List.of(again.which(two, tokens, at))));
      }
    } else if (again.isBoth(tokens, at)) {
      List<Mention> two = before(mentions, Sentences.start(tokens, at), Mention::mayBeOneOfTwo);
      if (two.size() == 2) {
        add(mentions, new Mention(at, at + 1, two));
      }
    } else if (again.isPronoun(tokens, at)) {
      List<Mention> one = before(mentions, Sentences.start(tokens, at), Mention::mayBeOneOfTwo);
      if (one.size() == 1 && one.get(0).isIndication && !one.get(0).nature.namesCause()) {
        add(mentions, new Mention(at, at + 1, one));
      }
    } else if (again.isNoun(tokens, at)) {
      String noun = tokens.get(at).text();
      int start = again.start(tokens, at);
      List<Mention> all =
          before(
              mentions,
              at,
              m ->
                  holds(tokens, m, noun)
                      && (start == at || holds(tokens, m, tokens.get(start).text())));
      if (all.size() == again.howMany(tokens, at)) {
        add(mentions, new Mention(start, at + 1, all));
      }
    }
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

  private static boolean holds(List<Token> tokens, Mention m, String noun) {
    return IntStream.range(m.start, m.end).anyMatch(i -> tokens.get(i).text().equals(noun));
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

  /**
   * Leaves out nouns that are part of a phrase, or that may speak of a thing named before them: of
   * two, anywhere; else in the sentence, "Ferritin is 6 and the deficiency is the cause".
   */
  static void leaveOut(List<Mention> mentions, ReadText text) {
    mentions.removeIf(
        m ->
            m.isNoun()
                && (hasItsNoun(m, text)
                    || isOfNoCause(m, text)
                    || text.modifiers().stream().anyMatch(p -> isAnother(m, p, text))));
  }

  private static boolean isAnother(Mention m, Phrases.Match<Modifier> phrase, ReadText text) {
    boolean longer = phrase.length() > m.end - m.start;
    boolean part = longer && phrase.start() <= m.start && m.end <= phrase.end();
    boolean thing =
        text.isThing(phrase.start())
            && phrase.end() <= m.start
            && !text.isMentioned(phrase.start());
    boolean ofAny = isOfTwo(m, text) || again(text).isPronoun(text.tokens(), m.start);
    return part || (thing && !(ofAny ? isMeasured(phrase, text) : endsBetween(phrase, m, text)));
  }

  private static NamesAgain again(ReadText text) {
    return new NamesAgain(text.roles());
  }

  private static boolean endsBetween(Phrases.Match<Modifier> phrase, Mention m, ReadText text) {
    return IntStream.range(phrase.end(), m.start)
        .anyMatch(i -> Clauses.isEnd(text.tokens().get(i).text()));
  }

  private static boolean isOfTwo(Mention m, ReadText text) {
    return again(text).isOfTwo(text.tokens(), m.start)
        || again(text).isBoth(text.tokens(), m.start);
  }

  /** "It", but of "due to it". */
  private static boolean isOfNoCause(Mention m, ReadText text) {
    return again(text).isPronoun(text.tokens(), m.start)
        && text.modifiers().stream()
            .noneMatch(
                p -> p.end() == m.start && Links.isLink(p) && Links.effect(p) == Effect.DUE_TO);
  }

  /** "The first baby", "the second 1000 mcg". */
  private static boolean hasItsNoun(Mention m, ReadText text) {
    int next = m.end;
    return isOfTwo(m, text)
        && next < text.tokens().size()
        && (text.isOpen(next)
            || text.isThing(next)
            || text.isMentioned(next)
            || Character.isDigit(text.tokens().get(next).text().charAt(0)));
  }

  /** "Hb 10.1". */
  private static boolean isMeasured(Phrases.Match<Modifier> thing, ReadText text) {
    return Character.isDigit(text.tokens().get(thing.end()).text().charAt(0));
  }

  private static void add(List<Mention> mentions, Mention noun) {
    int index = (int) mentions.stream().filter(m -> m.start < noun.start).count();
    mentions.add(index, noun);
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
