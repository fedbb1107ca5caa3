package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cobalink.fhir.Json;

/**
 * The built-in profiles (hooks/profiles.json) and those of a site, each extending another. Every
 * problem of a profile is named.
 */
public final class ClientProfiles {
  private static final String DEFAULT_NAME = "default";
  private static final Set<String> BEHAVIORS = Set.of("at-most-one", "any");
  private static final Set<String> VERSIONS = Set.of("2.0", "3.0");
  private final Map<String, ClientProfile> profiles = new LinkedHashMap<>();

  private ClientProfiles() {}

  /** The built-in profiles alone. */
  public static ClientProfiles builtIn() {
    return read(Json.MAPPER.createObjectNode(), new java.util.ArrayList<>());
  }

  /**
   * The built-in profiles and a site's own.
   *
   * @param own name to profile, as hooks/profiles.json has them
   * @param problems takes what is wrong with them
   */
  public static ClientProfiles read(JsonNode own, List<String> problems) {
    ObjectNode all = shipped();
    for (Map.Entry<String, JsonNode> e : own.properties()) {
      if (all.has(e.getKey())) {
        problems.add("profiles." + e.getKey() + " is a built-in profile; give yours another name");
      } else {
        all.set(e.getKey(), e.getValue());
      }
    }
    ClientProfiles read = new ClientProfiles();
    for (Map.Entry<String, JsonNode> e : all.properties()) {
      JsonNode merged = merged(all, e.getKey(), new TreeSet<>(), problems);
      read.profiles.put(e.getKey(), profile(e.getKey(), merged, all.get(DEFAULT_NAME), problems));
    }
    return read;
  }

  private static ObjectNode shipped() {
    try (InputStream in = ClientProfiles.class.getResourceAsStream("/hooks/profiles.json")) {
      return (ObjectNode) Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Set<String> names() {
    return profiles.keySet();
  }

  /** The profile of a name, which {@link #names} holds. */
  public ClientProfile get(String name) {
    return profiles.get(name);
  }

  /** What is assumed of a client that nobody described. */
  public ClientProfile fallback() {
    return profiles.get(DEFAULT_NAME);
  }

  private static ObjectNode merged(
      ObjectNode all, String name, Set<String> seen, List<String> problems) {
    JsonNode own = all.path(name);
    ObjectNode merged = (ObjectNode) all.get(DEFAULT_NAME).deepCopy();
    String base = own.path("extends").asText(DEFAULT_NAME);
    if (!own.isObject()) {
      problems.add("profiles." + name + " is not a map of settings");
      return merged;
    }
    if (!all.has(base) || !seen.add(name)) {
      problems.add("profiles." + name + ".extends: no such profile, or in a circle: " + base);
    } else if (!base.equals(name) && !base.equals(DEFAULT_NAME)) {
      merged = merged(all, base, seen, problems);
    }
    merged.setAll((ObjectNode) own.deepCopy());
    merged.remove("extends");
    return merged;
  }

  private static ClientProfile profile(
      String name, JsonNode p, JsonNode known, List<String> problems) {
    String at = "profiles." + name + ".";
    p.properties().stream()
        .filter(e -> !known.has(e.getKey()))
        .forEach(e -> problems.add(at + e.getKey() + " is not a setting of a profile"));
    Set<ClientProfile.Change> changes = EnumSet.noneOf(ClientProfile.Change.class);
    for (JsonNode c : p.path("changes")) {
      changes.add(
          constant(
              ClientProfile.Change.class,
              c,
              ClientProfile.Change.UPDATE_ORDER,
              at + "changes",
              problems));
    }
    check(
        !changes.contains(ClientProfile.Change.UPDATE_ORDER)
            || changes.contains(ClientProfile.Change.CREATE_CONDITION),
        at + "changes: update-order needs create-condition, the order would name what is not there",
        problems);
    int actions = p.path("actionsPerSuggestion").asInt(-1);
    check(actions >= 0, at + "actionsPerSuggestion is a number, 0 for no limit", problems);
    String behavior = p.path("selectionBehavior").asText();
    check(
        BEHAVIORS.contains(behavior),
        at + "selectionBehavior is one of " + new TreeSet<>(BEHAVIORS),
        problems);
    check(
        actions == 0 || behavior.equals("any"),
        at
            + "selectionBehavior must be any where actionsPerSuggestion splits what belongs together",
        problems);
    String version = p.path("cdsHooks").asText();
    check(
        VERSIONS.contains(version), at + "cdsHooks is one of " + new TreeSet<>(VERSIONS), problems);
    int budget = p.path("budgetMillis").asInt(-1);
    check(budget > 0, at + "budgetMillis is a number of milliseconds", problems);
    String system = p.path("conditionSystem").asText();
    check(!system.isBlank(), at + "conditionSystem is empty", problems);
    return new ClientProfile(
        name,
        constant(
            ClientProfile.Reasons.class,
            p.path("reasons"),
            ClientProfile.Reasons.UNKNOWN,
            at + "reasons",
            problems),
        changes,
        Math.max(0, actions),
        behavior,
        system,
        constant(
            ClientProfile.Topic.class,
            p.path("topic"),
            ClientProfile.Topic.FINDING,
            at + "topic",
            problems),
        flag(p, "markdown", at, problems),
        flag(p, "coverage", at, problems),
        rules(p.path("withoutRules")),
        flag(p, "silent", at, problems),
        version.equals("3.0"),
        Duration.ofMillis(Math.max(1, budget)));
  }

  private static Set<String> rules(JsonNode list) {
    Set<String> ids = new TreeSet<>();
    list.forEach(id -> ids.add(id.asText()));
    return ids;
  }

  private static boolean flag(JsonNode p, String name, String at, List<String> problems) {
    check(p.path(name).isBoolean(), at + name + " is true or false", problems);
    return p.path(name).asBoolean();
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, JsonNode value, E fallback, String at, List<String> problems) {
    // YAML reads a bare yes or no as a truth value
    String text = value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : value.asText().strip();
    for (E e : type.getEnumConstants()) {
      if (written(e).equals(text)) {
        return e;
      }
    }
    String all =
        Arrays.stream(type.getEnumConstants())
            .map(ClientProfiles::written)
            .collect(Collectors.joining(", "));
    problems.add(at + " is one of " + all);
    return fallback;
  }

  private static String written(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void check(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
