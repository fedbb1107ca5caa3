package org.cobalink.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of fhir-profiles: generated ones are not stale, and all belong together. */
class PackageFilesTest {
  static final Path FOLDER = Path.of("fhir-profiles");
  private static final boolean RECORD = Boolean.getBoolean("cobalink.record");

  static Stream<Map.Entry<String, ObjectNode>> generated() {
    return new TableResources().all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("generated")
  void sayWhatTheTableSays(Map.Entry<String, ObjectNode> resource) throws IOException {
    Path file = FOLDER.resolve(resource.getKey());
    if (RECORD) {
      write(file, resource.getValue());
    }
    assertThat(Json.MAPPER.readTree(file.toFile()))
        .as("%s is stale: run bin/fhir-profiles", file)
        .isEqualTo(resource.getValue());
  }

  static void write(Path file, JsonNode resource) throws IOException {
    Files.createDirectories(file.getParent());
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    Files.writeString(file, Json.MAPPER.writer(printer).writeValueAsString(resource) + "\n");
  }

  @Test
  void haveTheVersionOfTheProjectAndTheBaseOfThePackage() throws IOException {
    String version =
        Json.MAPPER.readTree(FOLDER.resolve("package.json").toFile()).path("version").asText();
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + version + "-SNAPSHOT</version>");
    Set<String> urls = new HashSet<>();
    for (Path file : conformance()) {
      JsonNode r = Json.MAPPER.readTree(file.toFile());
      String url = r.path("url").asText();
      assertThat(r.path("version").asText()).as("%s", file).isEqualTo(version);
      assertThat(url)
          .as("%s", file)
          .isEqualTo(
              "http://cobalink.org/fhir/"
                  + r.path("resourceType").asText()
                  + "/"
                  + r.path("id").asText());
      assertThat(urls.add(url)).as("%s twice", url).isTrue();
      assertThat(file.getFileName().toString()).isEqualTo(r.path("id").asText() + ".json");
    }
    assertThat(urls).hasSizeGreaterThan(35);
  }

  @Test
  void nameOnlyCanonicalsThatAreThere() throws IOException {
    Set<String> urls = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Path file : conformance()) {
      JsonNode r = Json.MAPPER.readTree(file.toFile());
      urls.add(r.path("url").asText());
      Pattern.compile("\"(http://cobalink\\.org/fhir/[A-Z][A-Za-z]+/[a-z0-9-]+)")
          .matcher(r.toString())
          .results()
          .forEach(m -> named.add(m.group(1)));
    }
    assertThat(urls).containsAll(named);
  }

  /** Every resource of the package, examples aside. */
  static List<Path> conformance() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".json") && !f.endsWith("package.json"))
          .filter(f -> !f.toString().contains("examples"))
          .sorted()
          .toList();
    }
  }
}
