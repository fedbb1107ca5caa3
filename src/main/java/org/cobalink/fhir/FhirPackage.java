package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The FHIR R4 package of the project as it lies in the jar: profiles, terminology, the operation,
 * the note's questionnaire, and what describes the service.
 */
public final class FhirPackage {
  private static final String ROOT = "/fhir-profiles";

  private FhirPackage() {}

  /** A resource, and whether it is only an example. */
  public record Item(JsonNode resource, boolean example) {
    public String type() {
      return Json.text(resource, "resourceType");
    }

    public String id() {
      return Json.text(resource, "id");
    }
  }

  /** What package.json says. */
  public static JsonNode manifest() {
    return inRoot(root -> read(root.resolve("package.json")));
  }

  /** Every resource but the examples that are invalid on purpose, in the order of their names. */
  public static List<Item> items() {
    return inRoot(FhirPackage::items);
  }

  private static List<Item> items(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".json") && !f.endsWith("package.json"))
          .filter(f -> !f.toString().contains("examples/invalid"))
          .sorted()
          .map(f -> new Item(read(f), f.toString().contains("examples/")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder when run from classes, else a place in the jar. */
  private static <T> T inRoot(java.util.function.Function<Path, T> work) {
    try {
      URI uri = FhirPackage.class.getResource(ROOT + "/package.json").toURI();
      if (!uri.getScheme().equals("jar")) {
        return work.apply(Path.of(uri).getParent());
      }
      URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf("!/")));
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return work.apply(files.getPath(ROOT));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
