package org.cobalink.server.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.ClientProfiles;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.PayerRule;

/** Reads settings from YAML and the environment; the environment wins. */
public final class SettingsReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** Variables of ours that are no settings of the service. */
  private static final Set<String> OTHERS = Set.of("COBALINK_JAVA_OPTS", "COBALINK_CONFIG");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> effective = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private Settings settings;

  /**
   * Reads.
   *
   * @param file YAML; none for the defaults
   * @param environment variables of the process
   */
  public SettingsReader(Optional<Path> file, Map<String, String> environment) {
    try {
      String yaml = file.isPresent() ? Files.readString(file.get()) : "";
      JsonNode tree = YAML.readTree(yaml);
      read(tree, environment);
    } catch (JacksonException e) {
      problems.add(
          "the file is not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + " at line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
    } catch (IOException e) {
      problems.add("cannot read " + file.orElseThrow());
    }
  }

  /**
   * The settings.
   *
   * @throws SettingsException with every problem
   */
  public Settings settings() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  public List<String> problems() {
    return problems;
  }

  /** Every setting as it holds, secrets masked. */
  public Map<String, String> effective() {
    return effective;
  }

  private void read(JsonNode tree, Map<String, String> environment) {
    Section root = new Section(tree, "", new Section.Log(environment, problems, effective, used));
    JsonNode own = root.tree("profiles");
    ClientProfiles profiles = ClientProfiles.read(own, problems);
    checkRules(own, profiles);
    Section admin = root.section("admin");
    Section store = root.section("store");
    String profile = profile(root, profiles);
    settings =
        new Settings(
            root.text("host", "127.0.0.1"),
            root.number("port", 8095, 0, 65_535),
            root.flag("insecure"),
            root.optional("publicUrl", u -> u).flatMap(u -> root.url("publicUrl", u)),
            root.number("maxBodyBytes", Settings.DEFAULT_MAX_BODY, 1_000, 100_000_000),
            root.number("maxCallsAtOnce", 64, 1, 10_000),
            Duration.ofSeconds(root.number("drainSeconds", 1, 0, 300)),
            Duration.ofSeconds(root.number("idleSeconds", 30, 1, 3_600)),
            logs(root),
            Set.copyOf(root.list("cors")),
            tls(root),
            admin.secret("token"),
            storage(store),
            new Client("default", profiles.get(profile)),
            clients(root, profiles));
    admin.done();
    store.done();
    root.done();
    new SettingsCheck(settings, problems).check();
    environment.keySet().stream()
        .filter(v -> v.startsWith(Section.PREFIX) && !used.contains(v) && !OTHERS.contains(v))
        .sorted()
        .forEach(v -> problems.add("the environment variable " + v + " is not a setting"));
  }

  /** The tables are loaded only where a profile speaks of them. */
  private void checkRules(JsonNode own, ClientProfiles profiles) {
    if (own.findValue("withoutRules") == null) {
      return;
    }
    Set<String> known =
        Knowledge.load().payerRules().stream().map(PayerRule::id).collect(Collectors.toSet());
    for (String name : profiles.names()) {
      profiles.get(name).withoutRules().stream()
          .filter(id -> !known.contains(id))
          .forEach(
              id ->
                  problems.add(
                      "profiles." + name + ".withoutRules: no payer rule has the id " + id));
    }
  }

  private static String profile(Section section, ClientProfiles profiles) {
    String name = section.text("profile", profiles.fallback().name());
    if (!profiles.names().contains(name)) {
      section.problem("profile", "is none of " + profiles.names());
      return profiles.fallback().name();
    }
    return name;
  }

  private static boolean logs(Section root) {
    String logs = root.text("logs", "text");
    if (!logs.equals("json") && !logs.equals("text")) {
      root.problem("logs", "is json or text");
    }
    return logs.equals("json");
  }

  private static Optional<Tls> tls(Section root) {
    boolean set = root.has("tls");
    Section tls = root.section("tls");
    Tls read =
        new Tls(
            tls.optional("certificate", Path::of),
            tls.optional("key", Path::of),
            tls.optional("keystore", Path::of),
            tls.secret("password"));
    tls.done();
    boolean named = read.certificate().isPresent() || read.keystore().isPresent();
    return set || named ? Optional.of(read) : Optional.empty();
  }

  private static Storage storage(Section store) {
    return new Storage(
        store.text("url", "jdbc:sqlite:cobalink.db"),
        store.text("user", ""),
        store.secret("password"),
        store.secret("hashKey"),
        Duration.ofDays(store.number("retentionDays", 730, 1, 36_500)),
        store.number("queue", 10_000, 1, 1_000_000));
  }

  private List<TrustedClient> clients(Section root, ClientProfiles profiles) {
    List<TrustedClient> clients = new ArrayList<>();
    JsonNode list = root.tree("clients");
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      root.problem("clients", "is not a list");
    }
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      Section c =
          new Section(
              list.get(i),
              "clients." + i + ".",
              new Section.Log(Map.of(), problems, effective, used));
      clients.add(client(c, profiles));
      c.done();
    }
    return clients;
  }

  private static TrustedClient client(Section c, ClientProfiles profiles) {
    return new TrustedClient(
        new Client(c.required("id"), profiles.get(profile(c, profiles))),
        c.required("issuer"),
        c.urls("jku"),
        c.optional("jwks", Path::of),
        Set.copyOf(c.list("algorithms", "ES384", "RS384")),
        Set.copyOf(c.list("audiences")),
        Set.copyOf(c.list("tenants")),
        Duration.ofSeconds(c.number("longestTokenSeconds", 3_600, 1, 86_400)),
        Duration.ofSeconds(c.number("clockSkewSeconds", 60, 0, 300)),
        c.urls("fhirServers"),
        c.flag("searchByPost"),
        Duration.ofMillis(c.number("fetchMillis", 400, 1, 60_000)),
        c.flag("keepComments"));
  }
}
