package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * turns.tsv: turns of phrase that name a cause in two places, read as the linker that says the same
 * in one: "the cause of her anemia is B12 deficiency" as "her anemia due to B12 deficiency". What
 * stands between must end in a name ("the reason for the anemia visit" does not), and what is
 * behind name something; else the words stay as they are. A turn that ends in {@code $} closes what
 * it says of the name before it: "anemia, which B12 deficiency has caused". Its cause may be in
 * words that name nothing, as "which alcohol use has caused", but not doubt what they name. One
 * whose linker links nothing says that the cause is not known: "cause of the anemia: unclear".
 */
final class Turns {
  private static final Set<String> ENDS = Set.of(";", Tokens.SENTENCE_END, Tokens.NEWLINE);
  private final Map<List<List<String>>, Phrases<Linker>> byOpening = new HashMap<>();
  private final Phrases<Turn> openings = new Phrases<>();

  /**
   * @param opens whether it is one only at the beginning of a sentence ({@code ^})
   * @param linkers what may stand between the two, and the linker it is read as
   */
  private record Turn(boolean opens, Phrases<Linker> linkers) {}

  /** How a turn is read. */
  enum Kind {
    /** Its linker stands between two names. */
    LINKS,
    /** It closes what it says of the name before it. */
    CLOSES,
    /** It says something of one name, and nothing follows. */
    STANDS_ALONE
  }

  /**
   * @param concepts where tokens name a concept
   * @param again whether they end with what names again what was named before
   */
  record Names(
      Function<List<Tokens.Token>, List<Phrases.Match<Lexicon.Meaning>>> concepts,
      Predicate<List<Tokens.Token>> again) {
    boolean isIn(List<Tokens.Token> tokens) {
      return !concepts.apply(tokens).isEmpty() || again.test(tokens);
    }

    boolean end(List<Tokens.Token> tokens) {
      return again.test(tokens)
          || concepts.apply(tokens).stream().anyMatch(m -> m.end() == tokens.size());
    }
  }

  /** What a turn is read as. */
  private record Linker(List<String> words, Kind kind) {
    boolean closes() {
      return kind == Kind.CLOSES;
    }

    List<Tokens.Token> at(Tokens.Token place) {
      return words.stream().map(w -> new Tokens.Token(w, place.start(), place.end())).toList();
    }
  }

  void add(
      boolean opens,
      List<List<List<String>>> opening,
      List<List<List<String>>> between,
      Kind kind,
      List<String> linker) {
    List<List<String>> key = opening.stream().flatMap(List::stream).toList();
    Phrases<Linker> linkers = byOpening.get(key);
    if (linkers == null) {
      linkers = new Phrases<>();
      byOpening.put(key, linkers);
      openings.addParts(opening, new Turn(opens, linkers));
    }
    linkers.addParts(between, new Linker(linker, kind));
  }

  List<Tokens.Token> straighten(List<Tokens.Token> tokens, Names names) {
    List<Tokens.Token> out = tokens;
    List<Phrases.Match<Turn>> found = openings.find(tokens);
    for (int i = found.size() - 1; i >= 0; i--) {
      out = straighten(out, found.get(i), names);
    }
    return out;
  }

  private static List<Tokens.Token> straighten(
      List<Tokens.Token> tokens, Phrases.Match<Turn> opening, Names names) {
    Turn turn = opening.values().get(0);
    List<Tokens.Token> rest = tokens.subList(opening.end(), end(tokens, opening.end()));
    List<Phrases.Match<Linker>> linkers = turn.linkers().find(rest);
    if (linkers.isEmpty() || (turn.opens() && !isFirst(tokens, opening.start()))) {
      return tokens;
    }
    var match = linkers.get(0);
    Linker linker = match.values().get(0);
    List<Tokens.Token> before = tokens.subList(0, opening.start());
    List<Tokens.Token> one = rest.subList(0, match.start());
    List<Tokens.Token> other = rest.subList(match.end(), rest.size());
    boolean apart = one.stream().anyMatch(t -> t.text().equals(","));
    if (apart || !joins(linker.kind(), before, one, other, names)) {
      return tokens;
    }
    List<Tokens.Token> said =
        linker.at(linker.closes() ? tokens.get(opening.start()) : rest.get(match.start()));
    List<Tokens.Token> out = new ArrayList<>(before);
    out.addAll(linker.closes() ? said : one);
    out.addAll(linker.closes() ? one : said);
    out.addAll(other);
    out.addAll(tokens.subList(opening.end() + rest.size(), tokens.size()));
    return out;
  }

  private static boolean joins(
      Kind kind,
      List<Tokens.Token> before,
      List<Tokens.Token> one,
      List<Tokens.Token> other,
      Names names) {
    return switch (kind) {
      case LINKS -> names.end(one) && names.isIn(other);
      case CLOSES -> isPartEnd(other) && names.end(before) && (names.end(one) || !names.isIn(one));
      case STANDS_ALONE -> names.end(one) && isPartEnd(other);
    };
  }

  private static boolean isPartEnd(List<Tokens.Token> tokens) {
    return tokens.isEmpty() || tokens.get(0).text().equals(",");
  }

  private static int end(List<Tokens.Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && !ENDS.contains(tokens.get(at).text())) {
      at++;
    }
    return at;
  }

  private static boolean isFirst(List<Tokens.Token> tokens, int at) {
    return at == 0
        || !(Character.isLetter(tokens.get(at - 1).text().charAt(0))
            || tokens.get(at - 1).text().equals(","));
  }
}
