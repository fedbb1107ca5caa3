package org.cobalink.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review in a program of one's own. */
class LibraryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Path API = Path.of("src/test/api.txt");
  private static final List<Class<?>> PUBLIC =
      List.of(
          B12Reviews.class,
          B12Review.class,
          B12Review.Code.class,
          B12Review.Finding.class,
          UnreadableChart.class);

  /** Law 8. */
  @Test
  void everyGoldenCaseIsReviewedAsAtTheOtherDoors() {
    B12Reviews library = B12Reviews.load();
    ChartReviewer reviewer = new ChartReviewer(Knowledge.load(), ValueSets.load());
    for (GoldenCase golden : GoldenCase.all()) {
      var chart = new CaseExpander(golden).chart();
      List<B12Review> expected = new ArrayList<>();
      ReviewWriter.write(reviewer.review(chart, TODAY))
          .forEach(r -> expected.add(B12Review.read(r)));
      assertThat(library.of(chart.toString(), TODAY)).as("%s", golden).isEqualTo(expected);
    }
  }

  @Test
  void whatIsNoChartNamesItsProblemsAndNothingOfItself() {
    B12Reviews library = B12Reviews.load();
    for (String bad :
        List.of(
            "", "[]", "{\"canary77\": tru", "{\"resourceType\":\"canary77\"}", "{\"hook\":7}")) {
      assertThatThrownBy(() -> library.of(bad, TODAY))
          .isInstanceOf(UnreadableChart.class)
          .hasMessageNotContaining("canary77")
          .extracting(e -> ((UnreadableChart) e).problems())
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .isNotEmpty();
    }
  }

  /** The lines of docs/library.md, compiled and run with our classes and Jackson alone. */
  @Test
  void theThreeLinesOfTheDocumentRunWithoutServerOrHapi(@TempDir Path folder) throws Exception {
    String lines =
        Files.readString(Path.of("docs/library.md")).split("```java\n")[1].split("```")[0];
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        "import java.nio.file.*;\nimport java.time.*;\nimport org.cobalink.library.*;\n"
            + "class Example {\n  public static void main(String[] args) throws Exception {\n"
            + lines
            + "  }\n}\n");
    String classPath =
        Stream.of(B12Reviews.class, ObjectMapper.class, JsonParser.class, JsonProperty.class)
            .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
    assertThat(compiled).isZero();
    GoldenCase any = GoldenCase.all().get(0);
    Path chart = folder.resolve("chart.json");
    Files.writeString(chart, new CaseExpander(any).chart().toString());
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + File.pathSeparator + folder,
                "Example",
                chart.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
    assertThat(said).startsWith(any.expect().path("verdict").asText());
  }

  @Test
  void publicSignaturesChangeOnlyInSight() throws Exception {
    String now = String.join("\n", signatures()) + "\n";
    if (Boolean.getBoolean("cobalink.record")) {
      Files.writeString(API, now);
    }
    assertThat(now)
        .as("the library's public signatures changed; bin/record-examples records them")
        .isEqualTo(Files.readString(API));
  }

  private static Set<String> signatures() {
    Set<String> all = new TreeSet<>();
    for (Class<?> type : PUBLIC) {
      for (Constructor<?> c : type.getDeclaredConstructors()) {
        add(all, c, c.toGenericString());
      }
      for (Method m : type.getDeclaredMethods()) {
        add(all, m, m.toGenericString());
      }
    }
    return all;
  }

  private static void add(Set<String> all, Executable e, String signature) {
    if (Modifier.isPublic(e.getModifiers()) && !e.isSynthetic()) {
      all.add(signature);
    }
  }
}
