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
 * behind name something; else the words stay as they are.
 */
final class Turns {
  private static final Set<String> ENDS = Set.of(";", Tokens.SENTENCE_END, Tokens.NEWLINE);
  private final Map<List<List<String>>, Phrases<List<String>>> byOpening = new HashMap<>();
  private final Phrases<Turn> openings = new Phrases<>();

  /**
   * @param opens whether it is one only at the beginning of a sentence ({@code ^})
   * @param linkers what may stand between the two, and the linker it is read as
   */
  private record Turn(boolean opens, Phrases<List<String>> linkers) {}

  void add(
      boolean opens,
      List<List<List<String>>> opening,
      List<List<List<String>>> between,
      List<String> linker) {
    List<List<String>> key = opening.stream().flatMap(List::stream).toList();
    Phrases<List<String>> linkers = byOpening.get(key);
    if (linkers == null) {
      linkers = new Phrases<>();
      byOpening.put(key, linkers);
      openings.addParts(opening, new Turn(opens, linkers));
    }
    linkers.addParts(between, linker);
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
    List<Phrases.Match<List<String>>> linkers = turn.linkers().find(rest);
    if (linkers.isEmpty() || (turn.opens() && !isFirst(tokens, opening.start()))) {
      return tokens;
    }
    var linker = linkers.get(0);
    List<Tokens.Token> one = rest.subList(0, linker.start());
    List<Tokens.Token> other = rest.subList(linker.end(), rest.size());
    boolean ends = named.apply(one).stream().anyMatch(m -> m.end() == one.size());
    boolean apart = one.stream().anyMatch(t -> t.text().equals(","));
    if (!ends || apart || named.apply(other).isEmpty()) {
      return tokens;
    }
    List<Tokens.Token> out = new ArrayList<>(tokens.subList(0, opening.start()));
    out.addAll(one);
    Tokens.Token at = rest.get(linker.start());
    linker.values().get(0).forEach(t -> out.add(new Tokens.Token(t, at.start(), at.end())));
    out.addAll(other);
    out.addAll(tokens.subList(opening.end() + rest.size(), tokens.size()));
    return out;
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
