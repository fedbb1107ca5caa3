package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.List;

/** spellings.tsv and misspelled.tsv: brings what is written in several ways to one. */
final class Spellings {
  /** No spelling needs as many; a prime, so that KnowledgeTest sees one that goes in circles. */
  private static final int MOST = 7;

  private final Phrases<List<String>> rows = new Phrases<>();
  private final Misspellings misspellings = new Misspellings();

  void add(String from, String to) {
    rows.add(plain(from), plain(to));
    misspellings.know(plain(from));
  }

  void addMisspelled(String word, List<String> unlike) {
    misspellings.add(word, String.join(" ", ours(word)), unlike);
  }

  private static List<String> plain(String phrase) {
    return Tokens.of(phrase).stream()
        .map(Tokens.Token::text)
        .map(t -> t.equals(Tokens.SENTENCE_END) ? "." : t)
        .toList();
  }

  /** A phrase of the tables goes through the same spelling as the chart's words. */
  List<String> ours(String phrase) {
    List<String> ours = respell(Tokens.of(phrase)).stream().map(Tokens.Token::text).toList();
    misspellings.know(ours);
    return ours;
  }

  /** A word of these is not taken for another that is as near. */
  void name(List<String> words) {
    misspellings.name(words);
  }

  /** A rewritten run keeps the place of what it replaces. */
  List<Tokens.Token> spell(List<Tokens.Token> tokens) {
    return respell(misspellings.mend(tokens));
  }

  /**
   * Again until nothing changes, since what one spelling writes another may rewrite: "vitamin
   * B12-deficient anemia".
   */
  private List<Tokens.Token> respell(List<Tokens.Token> tokens) {
    List<Tokens.Token> spelled = tokens;
    for (int i = 0; i < MOST; i++) {
      List<Tokens.Token> again = spellOnce(spelled);
      if (again.equals(spelled)) {
        return spelled;
      }
      spelled = again;
    }
    return spelled;
  }

  private List<Tokens.Token> spellOnce(List<Tokens.Token> tokens) {
    List<Phrases.Match<List<String>>> found = rows.find(tokens);
    if (found.isEmpty()) {
      return tokens;
    }
    List<Tokens.Token> out = new ArrayList<>(tokens.size());
    int at = 0;
    for (var match : found) {
      out.addAll(tokens.subList(at, match.start()));
      int start = tokens.get(match.start()).start();
      int end = tokens.get(match.end() - 1).end();
      match.values().get(0).forEach(t -> out.add(new Tokens.Token(t, start, end)));
      at = match.end();
    }
    out.addAll(tokens.subList(at, tokens.size()));
    return out;
  }
}
