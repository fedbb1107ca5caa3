package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken requests of every kind, thousands of them: nothing but 2xx and 4xx comes back, and what is
 * not 2xx is an OperationOutcome. The seed is printed; {@code -Dcobalink.fuzz=100000} does more.
 */
@Tag("slow")
class FuzzTest {
  private static final int ROUNDS = Integer.getInteger("cobalink.fuzz", 3_000);
  @TempDir static Path folder;

  @Test
  void nothingThatIsSentMakesUsFail() throws IOException {
    long seed = Long.getLong("cobalink.seed", System.nanoTime());
    System.out.println("fuzz seed " + seed);
    Random random = new Random(seed);
    List<byte[]> calls = seeds("hooks/b12-injection/examples", "request.json");
    calls.addAll(seeds("src/test/requests", ".json"));
    byte[] feedback =
        "{\"feedback\":[{\"card\":\"c\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\",\"overrideReason\":{\"reason\":{\"code\":\"a\",\"system\":\"s\"},\"userComment\":\"u\"}}]}"
            .getBytes(StandardCharsets.UTF_8);
    String store = "jdbc:sqlite:" + folder.resolve("fuzz.db");
    try (Service service = new Service(Map.of("COBALINK_STORE_URL", store))) {
      for (int i = 0; i < ROUNDS; i++) {
        boolean says = random.nextInt(8) == 0;
        byte[] body = broken(says ? feedback : calls.get(random.nextInt(calls.size())), random);
        HttpResponse<byte[]> answer =
            service.send(
                service
                    .request(says ? Calls.PATH + "/feedback" : Calls.PATH)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode())
            .as("seed %d, round %d: %s", seed, i, new String(body, StandardCharsets.UTF_8))
            .isBetween(200, 499);
        if (answer.statusCode() >= 400) {
          assertThat(Json.MAPPER.readTree(answer.body()).path("resourceType").asText())
              .isEqualTo("OperationOutcome");
        }
      }
    }
  }

  private static List<byte[]> seeds(String folder, String ending) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }

  private static byte[] broken(byte[] whole, Random random) throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> bytes(whole, random);
      case 1 -> java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      default -> tree(whole, random);
    };
  }

  private static byte[] bytes(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    for (int i = random.nextInt(20); i >= 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  /** Values of other kinds than belong there, at some places of the tree. */
  private static byte[] tree(byte[] whole, Random random) throws IOException {
    JsonNode root = Json.MAPPER.readTree(whole);
    for (int i = random.nextInt(6); i >= 0; i--) {
      change(root, random);
    }
    return Json.MAPPER.writeValueAsBytes(root);
  }

  private static void change(JsonNode node, Random random) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (object.get(name).isContainerNode() && random.nextInt(5) > 0) {
        change(object.get(name), random);
      } else if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, any(random));
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      if (array.get(at).isContainerNode() && random.nextInt(5) > 0) {
        change(array.get(at), random);
      } else {
        array.set(at, any(random));
      }
    }
  }

  private static JsonNode any(Random random) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(12)) {
      case 0 -> make.nullNode();
      case 1 -> make.booleanNode(random.nextBoolean());
      case 2 -> make.numberNode(random.nextLong());
      case 3 -> make.numberNode(new java.math.BigDecimal("1e999"));
      case 4 -> make.objectNode();
      case 5 -> make.arrayNode();
      case 6 -> make.textNode("");
      case 7 -> make.textNode("\u0000\ud800 \u202e" + "x".repeat(random.nextInt(3_000)));
      case 8 -> make.textNode("9999-99-99");
      case 9 -> make.textNode("Patient/../../" + random.nextInt());
      case 10 -> make.objectNode().set("resourceType", make.textNode("Bundle"));
      default -> make.arrayNode().add(make.arrayNode().add(make.nullNode()));
    };
  }
}
