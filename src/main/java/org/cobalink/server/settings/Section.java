package org.cobalink.server.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One map of the settings. What is asked of it may stand in the environment instead: {@code
 * store.retentionDays} as {@code COBALINK_STORE_RETENTION_DAYS}. What nobody asks for is a problem.
 */
final class Section {
  static final String PREFIX = "COBALINK_";
  private static final String MASK = "******";
  private final JsonNode node;
  private final String path;
  private final Log log;
  private final Set<String> asked = new HashSet<>();

  /** What reading found: problems, effective values with secrets masked, variables used. */
  record Log(
      Map<String, String> environment,
      List<String> problems,
      Map<String, String> effective,
      Set<String> used) {}

  Section(JsonNode node, String path, Log log) {
    this.node = node;
    this.path = path;
    this.log = log;
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      log.problems.add((path.isEmpty() ? "the file" : path) + " is not a map of settings");
    }
  }

  String text(String key, String fallback) {
    return raw(key, fallback, false);
  }

  String secret(String key) {
    return raw(key, "", true);
  }

  String required(String key) {
    String text = raw(key, "", false);
    if (text.isBlank()) {
      problem(key, "is missing");
    }
    return text;
  }

  int number(String key, int fallback, int least, int most) {
    String text = raw(key, String.valueOf(fallback), false);
    try {
      int n = Integer.parseInt(text);
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    problem(key, "is a whole number from " + least + " to " + most);
    return fallback;
  }

  boolean flag(String key) {
    String text = raw(key, "false", false);
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, "is true or false");
    }
    return text.equals("true");
  }

  <T> Optional<T> optional(String key, Function<String, T> read) {
    String text = raw(key, "", false);
    return text.isEmpty() ? Optional.empty() : Optional.of(read.apply(text));
  }

  /** A list of texts, or one text; in the environment separated by commas. */
  List<String> list(String key, String... fallback) {
    asked.add(key);
    String variable = variable(key);
    String set = log.environment.get(variable);
    List<String> values = new ArrayList<>();
    if (set != null) {
      log.used.add(variable);
      for (String v : set.split(",")) {
        values.add(v.strip());
      }
    } else if (node.path(key).isArray()) {
      node.path(key).forEach(v -> values.add(v.asText()));
    } else if (node.hasNonNull(key)) {
      values.add(node.path(key).asText());
    } else {
      values.addAll(List.of(fallback));
    }
    log.effective.put(path + key, values.toString());
    return values;
  }

  /** An absolute URL with a host, http or https. */
  Optional<URI> url(String key, String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      if (web && plain && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    problem(key, "is not a plain http or https URL, without user or query");
    return Optional.empty();
  }

  List<URI> urls(String key) {
    return list(key).stream().flatMap(u -> url(key, u).stream()).toList();
  }

  JsonNode tree(String key) {
    asked.add(key);
    return node.path(key);
  }

  Section section(String key) {
    asked.add(key);
    return new Section(node.path(key), path + key + ".", log);
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  void problem(String key, String what) {
    log.problems.add(path + key + " " + what);
  }

  /** Names what stands there and means nothing. */
  void done() {
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(k -> !asked.contains(k))
        .forEach(k -> problem(k, "is not a setting"));
  }

  private String raw(String key, String fallback, boolean secret) {
    asked.add(key);
    String variable = variable(key);
    String set = log.environment.get(variable);
    if (set != null) {
      log.used.add(variable);
    }
    JsonNode value = node.path(key);
    if (value.isContainerNode()) {
      problem(key, "is one value, no list or map");
    }
    String text = set != null ? set : node.hasNonNull(key) ? value.asText() : fallback;
    log.effective.put(path + key, secret && !text.isEmpty() ? MASK : shown(text));
    return text;
  }

  /** A URL may hold a password where none belongs. */
  private static String shown(String text) {
    return text.replaceAll("//[^/@]*@", "//" + MASK + "@")
        .replaceAll("(?i)(password|token|secret)=[^&]*", "$1=" + MASK);
  }

  private String variable(String key) {
    return PREFIX
        + (path + key)
            .replaceAll("([a-z])([A-Z])", "$1_$2")
            .replace('.', '_')
            .replace('-', '_')
            .toUpperCase(Locale.ROOT);
  }
}
