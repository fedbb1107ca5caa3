package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * turns.tsv: turns of phrase that name a cause in two places, read as the linker that says the same
 * in one: "the cause of her anemia is B12 deficiency" as "her anemia due to B12 deficiency". What
 * stands between must end in a name ("the reason for the anemia visit" does not), and what is
 * behind name something; else the words stay as they are. A turn that ends in {@code $} closes what
 * it says of the name before it: "anemia, which B12 deficiency has caused". Its cause may be in
 * words that name nothing, as "which alcohol use has caused", but not doubt what they name.
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

  /** What a turn is read as, and whether it closes what it says. */
  private record Linker(List<String> words, boolean closes) {
    List<Tokens.Token> at(Tokens.Token place) {
      return words.stream().map(w -> new Tokens.Token(w, place.start(), place.end())).toList();
    }
  }

  void add(
      boolean opens,
      List<List<List<String>>> opening,
      List<List<List<String>>> between,
      boolean closes,
      List<String> linker) {
    List<List<String>> key = opening.stream().flatMap(List::stream).toList();
    Phrases<Linker> linkers = byOpening.get(key);
    if (linkers == null) {
      linkers = new Phrases<>();
      byOpening.put(key, linkers);
      openings.addParts(opening, new Turn(opens, linkers));
    }
    linkers.addParts(between, new Linker(linker, closes));
  }

  /**
   * @param named where tokens name a concept
   */
  List<Tokens.Token> straighten(
      List<Tokens.Token> tokens,
      Function<List<Tokens.Token>, List<Phrases.Match<Lexicon.Meaning>>> named) {
    List<Tokens.Token> out = tokens;
    List<Phrases.Match<Turn>> found = openings.find(tokens);
    for (int i = found.size() - 1; i >= 0; i--) {
      out = straighten(out, found.get(i), named);
    }
    return out;
  }

  private static List<Tokens.Token> straighten(
      List<Tokens.Token> tokens,
      Phrases.Match<Turn> opening,
      Function<List<Tokens.Token>, List<Phrases.Match<Lexicon.Meaning>>> named) {
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
    boolean ends = endsNamed(one, named);
    boolean joins =
        linker.closes()
            ? isPartEnd(other) && endsNamed(before, named) && (ends || named.apply(one).isEmpty())
            : ends && !named.apply(other).isEmpty();
    if (apart || !joins) {
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

  private static boolean endsNamed(
      List<Tokens.Token> tokens,
      Function<List<Tokens.Token>, List<Phrases.Match<Lexicon.Meaning>>> named) {
    return named.apply(tokens).stream().anyMatch(m -> m.end() == tokens.size());
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
