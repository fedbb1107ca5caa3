package org.cobalink.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Card texts: templates with {places} to fill in (texts.tsv). */
public final class Texts {
  private final Map<String, String> texts = new HashMap<>();

  Texts(Problems problems) {
    for (Tsv.Line line : Tsv.read("texts", problems)) {
      problems.check(
          texts.put(line.get("key"), line.get("text")) == null, line + ": key given twice");
    }
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** The text with its places filled. A missing key was refused at start-up. */
  public String get(String key, Map<String, String> places) {
    String template = texts.getOrDefault(key, key);
    StringBuilder out = new StringBuilder(template.length() + 40);
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return out.append(template, at, template.length()).toString();
      }
      out.append(template, at, open)
          .append(places.getOrDefault(template.substring(open + 1, close), ""));
      at = close + 1;
    }
    return out.toString();
  }

  /** The text of a finding: its own row's where that has one, else the one of all such findings. */
  public String keyOf(String finding, List<String> rows, String part) {
    return rows.stream()
        .map(r -> r + "." + part)
        .filter(this::has)
        .findFirst()
        .orElse(finding + "." + part);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }
}
