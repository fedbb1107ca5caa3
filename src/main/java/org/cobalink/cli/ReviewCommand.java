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
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      names = "--why",
      description = "Tell how each statement of the chart was read, and why it counts or not.")
  boolean why;

  @Option(
      names = "--today",
      description = "Date for charts that give no date of service (YYYY-MM-DD; default today).")
  LocalDate today;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (json && why) {
      throw new ParameterException(spec.commandLine(), "--why is text: give it without --json");
    }
    Knowledge knowledge = Knowledge.load();
    ChartReviewer reviewer = new ChartReviewer(knowledge, ValueSets.load());
    LocalDate date = today == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : today;
    ArrayNode all = Json.MAPPER.createArrayNode();
    List<String> problems = new ArrayList<>();
    for (String file : files) {
      try {
        List<Review> reviews = reviewer.review(Json.MAPPER.readTree(bytes(file)), date);
        ArrayNode written = ReviewWriter.write(reviews);
        if (json) {
          all.addAll(written);
        } else {
          System.out.print(new ReviewPrinter(knowledge).print(file, written));
        }
        if (why) {
          reviews.forEach(r -> System.out.print(new WhyPrinter(knowledge).print(r)));
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
