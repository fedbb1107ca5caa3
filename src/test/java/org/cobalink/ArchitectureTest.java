package org.cobalink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house (docs/architecture.md). */
@AnalyzeClasses(packages = "org.cobalink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Pattern CODE_IN_A_STRING =
      Pattern.compile(
          "\"(?:[^\"\\n]*[^A-Za-z0-9.\"])?([A-TV-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})|[0-9]{3,5}-[0-9]|[0-9]{6,18}|J[0-9]{4})(?![A-Za-z0-9.-])[^\"\\n]*\"");

  @ArchTest
  static final ArchRule packages =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("terms")
          .definedBy("org.cobalink.terms")
          .layer("facts")
          .definedBy("org.cobalink.facts")
          .layer("knowledge")
          .definedBy("org.cobalink.knowledge")
          .layer("review")
          .definedBy("org.cobalink.review..")
          .layer("fhir")
          .definedBy("org.cobalink.fhir")
          .layer("hooks")
          .definedBy("org.cobalink.hooks")
          .layer("http")
          .definedBy("org.cobalink.http")
          .layer("hapi")
          .definedBy("org.cobalink.hapi..")
          .layer("library")
          .definedBy("org.cobalink.library")
          .layer("server")
          .definedBy("org.cobalink.server..")
          .layer("cli")
          .definedBy("org.cobalink.cli")
          .whereLayer("terms")
          .mayNotAccessAnyLayer()
          .whereLayer("facts")
          .mayOnlyAccessLayers("terms")
          .whereLayer("knowledge")
          .mayOnlyAccessLayers("terms")
          .whereLayer("review")
          .mayOnlyAccessLayers("terms", "facts", "knowledge")
          .whereLayer("fhir")
          .mayOnlyAccessLayers("terms", "facts", "knowledge", "review")
          .whereLayer("hooks")
          .mayOnlyAccessLayers("terms", "facts", "knowledge", "review", "fhir")
          .whereLayer("http")
          .mayOnlyAccessLayers("fhir", "hooks")
          .whereLayer("hapi")
          .mayOnlyAccessLayers("knowledge", "review", "fhir", "hooks")
          .whereLayer("library")
          .mayOnlyAccessLayers("knowledge", "review", "fhir", "hooks")
          .whereLayer("server")
          .mayOnlyAccessLayers("http", "hapi", "hooks", "fhir", "knowledge");

  @ArchTest
  static final ArchRule onlyOneRoomKnowsHapi =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.cobalink.hapi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ca.uhn..", "org.hl7.fhir..");

  @ArchTest
  static final ArchRule theCoreIsPlain =
      classes()
          .that()
          .resideInAnyPackage(
              "org.cobalink.terms",
              "org.cobalink.facts",
              "org.cobalink.knowledge",
              "org.cobalink.review..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.cobalink..");

  @ArchTest
  static final ArchRule theReviewIsAFunction =
      noClasses()
          .that()
          .resideInAPackage("org.cobalink.review..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule noStaticChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("org.cobalink..")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule doorsKeepTheirTypes =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.cobalink.http", "org.cobalink.server..", "org.cobalink.hapi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..");

  @Test
  void nothingClinicalIsInJava() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(50);
      for (Path file : sources) {
        String code =
            Files.readString(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("urn:oid:[0-9.]+|\"2\\.16[0-9.]+\"", "");
        assertThat(CODE_IN_A_STRING.matcher(code).results().map(r -> r.group()).toList())
            .as("code-shaped literals in %s", file)
            .isEmpty();
      }
    }
  }

  @Test
  void theSearchForCodesFindsThem() {
    for (String code :
        List.of(
            "\"E53.8\"", "\"x D51.9\"", "\"2132-9\"", "\"84027009\"", "\"309594\"", "\"J3420\"")) {
      assertThat(CODE_IN_A_STRING.matcher("x = " + code + ";").find()).as(code).isTrue();
    }
    assertThat(CODE_IN_A_STRING.matcher("x = \"order-sign 2.0.1\";").find()).isFalse();
  }
}
