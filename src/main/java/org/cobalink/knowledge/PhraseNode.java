package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where phrases stand after the same beginning: what may follow, and what ends here. */
final class PhraseNode<T> {
  final Map<String, PhraseNode<T>> next = new HashMap<>();
  PhraseNode<T> gap;
  Choices<T> choices;
  final List<T> values = new ArrayList<>(1);

  PhraseNode<T> gap() {
    gap = gap == null ? new PhraseNode<>() : gap;
    return gap;
  }

  PhraseNode<T> choice(List<List<String>> words) {
    choices = choices == null ? new Choices<>(new HashMap<>(), new HashMap<>()) : choices;
    return choices.to(words);
  }

  List<Choice<T>> choicesAt(String token) {
    return choices == null ? List.of() : choices.byFirst.getOrDefault(token, List.of());
  }

  /** The sets of words that may stand at a node, each leading to one node, by first token. */
  record Choices<T>(
      Map<List<List<String>>, PhraseNode<T>> nodes, Map<String, List<Choice<T>>> byFirst) {
    PhraseNode<T> to(List<List<String>> words) {
      PhraseNode<T> known = nodes.get(words);
      if (known != null) {
        return known;
      }
      PhraseNode<T> node = new PhraseNode<>();
      nodes.put(words, node);
      for (List<String> each : words) {
        byFirst.computeIfAbsent(each.get(0), k -> new ArrayList<>(1)).add(new Choice<>(each, node));
      }
      return node;
    }
  }

  /** Words of a set, and what follows them. */
  record Choice<T>(List<String> words, PhraseNode<T> node) {
    boolean standsAt(List<Tokens.Token> tokens, int at) {
      if (at + words.size() > tokens.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        if (!words.get(i).equals(tokens.get(at + i).text())) {
          return false;
        }
      }
      return true;
    }
  }
}
