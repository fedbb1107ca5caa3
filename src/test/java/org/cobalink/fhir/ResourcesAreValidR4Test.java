package org.cobalink.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;

/**
 * HAPI's own validator over every resource we write into an action and every one in the examples.
 */
@org.junit.jupiter.api.Tag("slow")
class ResourcesAreValidR4Test {
  private static final FhirContext R4 = FhirContext.forR4();
  private static final FhirValidator VALIDATOR = validator();

  private static FhirValidator validator() {
    ValidationSupportChain support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(R4),
            new CommonCodeSystemsTerminologyService(R4),
            new InMemoryTerminologyServerValidationSupport(R4));
    FhirInstanceValidator instance = new FhirInstanceValidator(support);
    instance.setAnyExtensionsAllowed(true);
    return R4.newValidator().registerValidatorModule(instance);
  }

  @Test
  void theValidatorSeesWhatIsWrong() {
    assertThat(errors("{\"resourceType\":\"Condition\",\"code\":7}")).isNotEmpty();
  }

  @Test
  void everyResourceInAnActionIsValid() throws IOException {
    int seen = 0;
    try (Service service = new Service()) {
      for (GoldenCase golden : GoldenCase.all()) {
        byte[] request = Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request());
        JsonNode answer = Json.MAPPER.readTree(service.post(request).body());
        for (JsonNode action : answer.at("/cards/0/suggestions/0/actions")) {
          assertThat(errors(action.path("resource").toString())).as("%s", golden).isEmpty();
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void theExamplesHoldValidResources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("hooks/b12-injection/examples"))) {
      for (Path file : files.filter(f -> f.endsWith("request.json")).toList()) {
        JsonNode request = Json.MAPPER.readTree(file.toFile());
        for (JsonNode value : request.path("prefetch")) {
          if (!value.isNull()) {
            assertThat(errors(value.toString())).as("%s", file).isEmpty();
          }
        }
      }
    }
  }

  private static List<String> errors(String json) {
    List<String> errors = new ArrayList<>();
    for (SingleValidationMessage m : VALIDATOR.validateWithResult(json).getMessages()) {
      boolean serious =
          m.getSeverity() == ResultSeverityEnum.ERROR
              || m.getSeverity() == ResultSeverityEnum.FATAL;
      if (serious && !m.getMessage().contains("fullUrl")) {
        errors.add(m.getLocationString() + ": " + m.getMessage());
      }
    }
    return errors;
  }
}
