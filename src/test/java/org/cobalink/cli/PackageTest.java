package org.cobalink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code package}: what a FHIR tool finds in the .tgz. */
class PackageTest {
  @TempDir Path folder;

  private Path write(String name) {
    Path file = folder.resolve(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(
            CommandLineDoor.run(
                new PrintStream(out, true, StandardCharsets.UTF_8), "package", file.toString()))
        .isZero();
    return file;
  }

  private static Map<String, JsonNode> entries(Path file) throws IOException {
    Map<String, JsonNode> entries = new TreeMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(file)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        entries.put(e.getName(), Json.MAPPER.readTree(tar.readAllBytes()));
      }
    }
    return entries;
  }

  @Test
  void holdsItsManifestItsResourcesAndTheirIndex() throws IOException {
    Map<String, JsonNode> entries = entries(write("p.tgz"));
    assertThat(entries.get("package/package.json").path("canonical").asText())
        .isEqualTo("http://cobalink.org/fhir");
    JsonNode index = entries.get("package/.index.json").path("files");
    assertThat(index).hasSizeGreaterThan(35);
    for (JsonNode line : index) {
      JsonNode resource = entries.get("package/" + line.path("filename").asText());
      assertThat(resource.path("url")).isEqualTo(line.path("url"));
    }
    assertThat(entries)
        .containsKeys(
            "package/ConceptMap-b12-statement-to-icd10cm.json",
            "package/OperationDefinition-b12-review.json",
            "package/example/Condition-indication.json");
    assertThat(
            entries
                .get("package/StructureDefinition-b12-indication.json")
                .at("/snapshot/element")
                .size())
        .isGreaterThan(30);
  }

  @Test
  void leavesOutWhatIsInvalidOnPurpose() throws IOException {
    assertThat(entries(write("p.tgz")).keySet()).noneMatch(n -> n.contains("without"));
  }

  @Test
  void isTheSameEveryTime() throws IOException {
    assertThat(Files.readAllBytes(write("a.tgz"))).isEqualTo(Files.readAllBytes(write("b.tgz")));
  }
}
