package org.cobalink.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped examples, byte for byte. The recorded files are indented for the reader; written
 * without the indentation they are what the service sends. {@code bin/record-examples} records them
 * anew.
 */
class ExamplesTest {
  private static final Path FOLDER = Path.of("hooks/b12-injection/examples");
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<String> names() throws IOException {
    return Files.readAllLines(FOLDER.resolve("index.txt"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAnsweredAsRecorded(String name) throws IOException {
    Path recorded = FOLDER.resolve(name).resolve("response.json");
    byte[] answer =
        service.post(Files.readAllBytes(FOLDER.resolve(name).resolve("request.json"))).body();
    if (Boolean.getBoolean("cobalink.record")) {
      Files.writeString(recorded, pretty(Json.MAPPER.readTree(answer)));
    }
    JsonNode expected = Json.MAPPER.readTree(recorded.toFile());
    assertThat(new String(answer, StandardCharsets.UTF_8))
        .isEqualTo(Json.MAPPER.writeValueAsString(expected));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAnsweredTheSameTwice(String name) throws IOException {
    byte[] request = Files.readAllBytes(FOLDER.resolve(name).resolve("request.json"));
    assertThat(service.post(request).body()).isEqualTo(service.post(request).body());
  }

  @Test
  void everyFolderIsListed() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      assertThat(folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  private static String pretty(JsonNode node) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    return Json.MAPPER.writer(printer).writeValueAsString(node) + "\n";
  }
}
