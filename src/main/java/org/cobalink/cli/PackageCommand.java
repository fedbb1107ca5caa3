package org.cobalink.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.cobalink.fhir.FhirPackage;
import org.cobalink.fhir.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the FHIR package as FHIR tools install it: the same bytes for the same version. */
@Command(
    name = "package",
    description = "Write the FHIR R4 package (profiles, terminology, operation) as a .tgz.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class PackageCommand implements Callable<Integer> {
  private static final List<String> INDEXED =
      List.of("resourceType", "id", "url", "version", "kind", "type");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to write it (default: <name>-<version>.tgz here).")
  Path file;

  @Override
  public Integer call() throws IOException {
    JsonNode manifest = FhirPackage.manifest();
    Path out =
        file == null
            ? Path.of(Json.text(manifest, "name") + "-" + Json.text(manifest, "version") + ".tgz")
            : file;
    ObjectNode index = Json.MAPPER.createObjectNode().put("index-version", 2);
    ArrayNode files = index.putArray("files");
    int examples = 0;
    try (OutputStream bytes = Files.newOutputStream(out);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      entry(tar, "package/package.json", manifest);
      for (FhirPackage.Item item : FhirPackage.items()) {
        String name = item.type() + "-" + item.id() + ".json";
        entry(tar, (item.example() ? "package/example/" : "package/") + name, item.resource());
        examples += item.example() ? 1 : 0;
        if (!item.example()) {
          files.add(indexed(name, item.resource()));
        }
      }
      entry(tar, "package/.index.json", index);
    }
    System.out.println(out + ": " + files.size() + " resources, " + examples + " examples");
    return 0;
  }

  private static ObjectNode indexed(String name, JsonNode resource) {
    ObjectNode line = Json.MAPPER.createObjectNode().put("filename", name);
    for (String field : INDEXED) {
      if (resource.path(field).isTextual()) {
        line.set(field, resource.get(field));
      }
    }
    return line;
  }

  private static void entry(TarArchiveOutputStream tar, String name, JsonNode json)
      throws IOException {
    byte[] bytes = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
