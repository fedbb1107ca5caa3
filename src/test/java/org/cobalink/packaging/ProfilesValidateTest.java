package org.cobalink.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cobalink.fhir.Json;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HAPI's validator over the package: its resources, its examples, and what is wrong in the rest.
 */
@org.junit.jupiter.api.Tag("slow")
class ProfilesValidateTest {
  private static final FhirContext R4 = FhirContext.forR4();
  private static final Path EXAMPLES = PackageFilesTest.FOLDER.resolve("examples");
  private static final PrePopulatedValidationSupport OURS = ours();
  private static final ValidationSupportChain SUPPORT = support();
  private static final FhirValidator VALIDATOR =
      R4.newValidator().registerValidatorModule(instanceValidator());

  /** HAPI's own support does not look for questionnaires. */
  private static final class Ours extends PrePopulatedValidationSupport {
    private final Map<String, Questionnaire> questionnaires = new HashMap<>();

    Ours() {
      super(R4);
    }

    void add(IBaseResource resource) {
      if (resource instanceof Questionnaire q) {
        questionnaires.put(q.getUrl(), q);
      } else {
        addResource(resource);
      }
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String uri) {
      return type == Questionnaire.class
          ? type.cast(questionnaires.get(uri))
          : super.fetchResource(type, uri);
    }
  }

  private static PrePopulatedValidationSupport ours() {
    Ours ours = new Ours();
    try {
      for (Path file : PackageFilesTest.conformance()) {
        ours.add(R4.newJsonParser().parseResource(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ours;
  }

  private static ValidationSupportChain support() {
    return new ValidationSupportChain(
        new DefaultProfileValidationSupport(R4),
        OURS,
        new SnapshotGeneratingValidationSupport(R4),
        new CommonCodeSystemsTerminologyService(R4),
        new InMemoryTerminologyServerValidationSupport(R4));
  }

  private static FhirInstanceValidator instanceValidator() {
    return new FhirInstanceValidator(SUPPORT);
  }

  static Stream<Path> valid() throws IOException {
    return Stream.concat(
        PackageFilesTest.conformance().stream(), files(EXAMPLES.resolve("valid")).stream());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void isValid(Path file) throws IOException {
    assertThat(errors(Files.readString(file))).isEmpty();
  }

  static Stream<String[]> invalid() throws IOException {
    return Files.readAllLines(EXAMPLES.resolve("invalid/reasons.tsv")).stream()
        .skip(1)
        .map(l -> l.split("\t"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalid")
  void isInvalidForItsReasonAlone(String example, String reason) throws IOException {
    List<String> errors =
        errors(Files.readString(EXAMPLES.resolve("invalid/" + example + ".json")));
    assertThat(errors).isNotEmpty().allMatch(e -> e.contains(reason));
  }

  @Test
  void everyInvalidExampleHasItsReason() throws IOException {
    assertThat(files(EXAMPLES.resolve("invalid")))
        .extracting(f -> f.getFileName().toString().replace(".json", ""))
        .containsExactlyInAnyOrderElementsOf(invalid().map(l -> l[0]).toList());
  }

  static Stream<Path> profiles() throws IOException {
    return files(PackageFilesTest.FOLDER.resolve("profiles")).stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void hasASnapshotOfItsDifferential(Path file) throws IOException {
    StructureDefinition written =
        R4.newJsonParser().parseResource(StructureDefinition.class, Files.readString(file));
    StructureDefinition bare = written.copy();
    bare.setSnapshot(null);
    IBaseResource full =
        new SnapshotGeneratingValidationSupport(R4)
            .generateSnapshot(
                new ValidationSupportContext(SUPPORT), bare, written.getUrl(), null, null);
    JsonNode json = Json.MAPPER.readTree(R4.newJsonParser().encodeResourceToString(full));
    if (Boolean.getBoolean("cobalink.record")) {
      PackageFilesTest.write(file, json);
    }
    assertThat(Json.MAPPER.readTree(file.toFile()))
        .as("%s is stale: run bin/fhir-profiles", file)
        .isEqualTo(json);
  }

  static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(
            m ->
                m.getSeverity() == ResultSeverityEnum.ERROR
                    || m.getSeverity() == ResultSeverityEnum.FATAL)
        .map(m -> m.getLocationString() + ": " + m.getMessage())
        .toList();
  }
}
