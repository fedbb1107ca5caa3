package org.cobalink.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words on an order that tell whether it is a B12 injection (products.tsv). */
public final class Products {
  private final Phrases<Says> phrases = new Phrases<>();

  /** What the words of an order say of the product. */
  public enum Says {
    /** vitamin B12 under any name */
    B12,
    /** a drug name, not merely the vitamin */
    DRUG,
    INJECTABLE,
    INTRAVENOUS,
    NOT_INJECTABLE,
    ANTIDOTE,
    COMBINATION,
    LABORATORY
  }

  Products(Problems problems) {
    for (Tsv.Line line : Tsv.read("products", problems)) {
      String says =
          line.get("says").replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT);
      try {
        phrases.add(
            Tokens.of(line.get("phrase")).stream().map(Tokens.Token::text).toList(),
            Says.valueOf(says));
      } catch (IllegalArgumentException e) {
        problems.add(line + ": unknown '" + says + "'");
      }
    }
  }

  /** All that the words say; empty words say nothing. */
  public Set<Says> read(String words) {
    Set<Says> said = EnumSet.noneOf(Says.class);
    List<Tokens.Token> tokens = Tokens.of(words);
    phrases.find(tokens).forEach(m -> said.addAll(m.values()));
    return said;
  }
}
