package org.cobalink.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "review",
    description = "Review the B12 injections of a FHIR Bundle or a CDS Hooks request.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReviewCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file, or - for standard input.")
  List<String> files;

  @Option(names = "--json", description = "The reviews as JSON, one array for all files.")
  boolean json;

  @Option(
      names = "--today",
      description = "Date for charts that give no date of service (YYYY-MM-DD; default today).")
  LocalDate today;

  @Override
  public Integer call() throws IOException {
    Knowledge knowledge = Knowledge.load();
    ChartReviewer reviewer = new ChartReviewer(knowledge, ValueSets.load());
    LocalDate date = today == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : today;
    ArrayNode all = Json.MAPPER.createArrayNode();
    List<String> problems = new ArrayList<>();
    for (String file : files) {
      try {
        ArrayNode reviews = reviewer.review(Json.MAPPER.readTree(bytes(file)), date);
        if (json) {
          all.addAll(reviews);
        } else {
          System.out.print(new ReviewPrinter(knowledge).print(file, reviews));
        }
      } catch (BadCall e) {
        e.problems().forEach(p -> problems.add(file + ": " + p));
      } catch (JacksonException e) {
        problems.add(file + ": not valid JSON at line " + e.getLocation().getLineNr());
      } catch (java.nio.file.NoSuchFileException e) {
        problems.add(file + ": no such file");
      }
    }
    if (json) {
      System.out.println(
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString((JsonNode) all));
    }
    problems.forEach(p -> System.err.println("cobalink: " + p));
    return problems.isEmpty() ? 0 : 2;
  }

  private static byte[] bytes(String file) throws IOException {
    return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
  }
}
