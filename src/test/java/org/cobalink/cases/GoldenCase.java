package org.cobalink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of src/test/cases: a chart in short, the review it must get, and the source that says
 * so.
 */
public record GoldenCase(String name, JsonNode yaml) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path FOLDER = Path.of("src/test/cases");

  private static final List<GoldenCase> ALL = read();

  /** Every case, by name. */
  public static List<GoldenCase> all() {
    return ALL;
  }

  private static List<GoldenCase> read() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<GoldenCase> cases = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".yaml")) {
          throw new IllegalStateException("orphan file " + file);
        }
        cases.add(new GoldenCase(name.replace(".yaml", ""), YAML.readTree(file.toFile())));
      }
      return List.copyOf(cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of a file that holds many, each with an id. */
  static List<GoldenCase> documents(Path file) {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      List<GoldenCase> cases = new ArrayList<>();
      while (documents.hasNext()) {
        JsonNode yaml = documents.next();
        cases.add(new GoldenCase(file.getFileName() + "-" + yaml.path("id").asText(), yaml));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode expect() {
    return yaml.path("expect");
  }

  public String hook() {
    return yaml.path("hook").asText("order-sign");
  }

  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  @Override
  public String toString() {
    return name.replace('-', ' ');
  }
}
