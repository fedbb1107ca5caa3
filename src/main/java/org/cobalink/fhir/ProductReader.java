package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Injection.Doubt;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Products;
import org.cobalink.knowledge.Products.Says;
import org.cobalink.knowledge.Thresholds;
import org.cobalink.terms.Coding;

/**
 * Whether an order or administration is a B12 injection (contract §1): codes first, then route,
 * then words. Route and form decide; where neither is known it counts, and the doubt is kept.
 */
final class ProductReader {
  private final Chart chart;
  private final ValueSets codes;
  private final Products products;
  private final Thresholds thresholds;

  /** A B12 injection: the drug in words, and what is not plain about it. */
  record Product(String drug, Set<Doubt> doubts) {}

  ProductReader(Chart chart, ValueSets codes, Knowledge knowledge) {
    this.chart = chart;
    this.codes = codes;
    this.products = knowledge.products();
    this.thresholds = knowledge.thresholds();
  }

  Optional<Product> read(Chart.Item item) {
    return item.type().equals("ServiceRequest") ? service(item) : drug(item);
  }

  /** Whether a ServiceRequest only gives some injection, the drug not named. */
  boolean isBareAdministration(Chart.Item item) {
    return item.type().equals("ServiceRequest")
        && codes.containsAny("injection-procedures", Concept.of(item.json(), "code").codings());
  }

  private Optional<Product> service(Chart.Item item) {
    Concept code = Concept.of(item.json(), "code");
    Set<Says> words = products.read(code.allWords());
    boolean byCode =
        codes.containsAny("b12-injection-procedures", code.codings())
            || codes.containsAny("b12-injectable-products", code.codings());
    boolean byWords =
        words.contains(Says.B12)
            && !words.contains(Says.LABORATORY)
            && (words.contains(Says.INJECTABLE) || words.contains(Says.DRUG));
    boolean excluded =
        codes.containsAny("b12-not-injections", code.codings())
            || words.contains(Says.ANTIDOTE)
            || (words.contains(Says.NOT_INJECTABLE) && !words.contains(Says.INJECTABLE));
    if (excluded || !(byCode || byWords)) {
      return Optional.empty();
    }
    boolean formKnown =
        byCode || words.contains(Says.INJECTABLE) || words.contains(Says.INTRAVENOUS);
    return Optional.of(new Product(code.words(), doubts(words, formKnown, false)));
  }

  private Optional<Product> drug(Chart.Item item) {
    List<Concept> medication = medication(item);
    List<Coding> all = medication.stream().flatMap(c -> c.codings().stream()).toList();
    StringBuilder words = new StringBuilder();
    medication.forEach(c -> words.append(c.allWords()).append(" \n "));
    String name =
        medication.stream().map(Concept::words).filter(w -> !w.isBlank()).findFirst().orElse("");
    Set<Says> said = products.read(words.toString());
    boolean injectable = codes.containsAny("b12-injectable-products", all);
    boolean b12 = injectable || codes.containsAny("b12-substances", all) || said.contains(Says.B12);
    StringBuilder directions = new StringBuilder();
    List<Coding> routes = routes(item, directions);
    Set<Says> directed = products.read(directions.toString());
    boolean antidote =
        said.contains(Says.ANTIDOTE) || directed.contains(Says.ANTIDOTE) || isAntidoteDose(item);
    if (!b12 || antidote || codes.containsAny("b12-not-injections", all)) {
      return Optional.empty();
    }
    String route = route(routes, directed, said, injectable);
    boolean maybeOralCombination = route.isEmpty() && said.contains(Says.COMBINATION);
    return route.equals("none") || maybeOralCombination
        ? Optional.empty()
        : Optional.of(
            new Product(
                name.isEmpty() ? "Vitamin B12" : name,
                doubts(said, !route.isEmpty(), route.equals("intravenous"))));
  }

  /** A dose that only the cyanide antidote has. */
  private boolean isAntidoteDose(Chart.Item item) {
    return DoseReader.doses(item.json()).stream()
        .filter(d -> Json.number(d, "value").isPresent())
        .anyMatch(
            d ->
                thresholds
                    .of(
                        "dose",
                        unit(d),
                        Json.number(d, "value").orElseThrow(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of())
                    .isPresent());
  }

  private static String unit(JsonNode dose) {
    String code = Json.text(dose, "code");
    return code.isEmpty() ? Json.text(dose, "unit") : code;
  }

  /** injection, intravenous, none (no injection), or empty where nothing tells. */
  private String route(List<Coding> coded, Set<Says> directed, Set<Says> said, boolean injectable) {
    if (codes.containsAny("routes-injectable", coded)) {
      return "injection";
    }
    if (codes.containsAny("routes-intravenous", coded)) {
      return "intravenous";
    }
    if (codes.containsAny("routes-not-injectable", coded)) {
      return "none";
    }
    String directions = routeInWords(directed);
    if (!directions.isEmpty()) {
      return directions;
    }
    return injectable ? "injection" : routeInWords(said);
  }

  private static String routeInWords(Set<Says> said) {
    if (said.contains(Says.INJECTABLE)) {
      return "injection";
    }
    if (said.contains(Says.INTRAVENOUS)) {
      return "intravenous";
    }
    return said.contains(Says.NOT_INJECTABLE) ? "none" : "";
  }

  private static Set<Doubt> doubts(Set<Says> said, boolean formKnown, boolean iv) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (!formKnown) {
      doubts.add(Doubt.FORM_UNKNOWN);
    }
    if (iv) {
      doubts.add(Doubt.INTRAVENOUS);
    }
    if (said.contains(Says.COMBINATION)) {
      doubts.add(Doubt.COMBINATION);
    }
    return doubts;
  }

  /** The medication as a concept, or the Medication it points at with its form and ingredients. */
  private List<Concept> medication(Chart.Item item) {
    List<Concept> found = new ArrayList<>(2);
    JsonNode json = item.json();
    for (String field : List.of("medicationCodeableConcept", "medication")) {
      Json.list(json, field).stream()
          .filter(n -> !n.has("reference"))
          .map(Concept::of)
          .filter(c -> !c.isEmpty())
          .forEach(found::add);
    }
    for (String field : List.of("medicationReference", "medication")) {
      for (JsonNode reference : Json.list(json, field)) {
        if (reference.has("reference") || reference.has("display")) {
          found.add(new Concept(Json.text(reference, "display"), List.of()));
          chart.resolve(reference, item).ifPresent(m -> addMedication(m, found));
        }
      }
    }
    return found;
  }

  private void addMedication(Chart.Item medication, List<Concept> found) {
    found.add(Concept.of(medication.json(), "code"));
    found.add(Concept.of(medication.json(), "form"));
    for (JsonNode ingredient : Json.list(medication.json(), "ingredient")) {
      found.add(Concept.of(ingredient, "itemCodeableConcept"));
    }
  }

  /** Route codings, and every word of the directions. */
  private static List<Coding> routes(Chart.Item item, StringBuilder directions) {
    List<Coding> routes = new ArrayList<>(1);
    for (String field : List.of("dosageInstruction", "dosage")) {
      for (JsonNode dosage : Json.list(item.json(), field)) {
        Concept route = Concept.of(dosage, "route");
        routes.addAll(route.codings());
        directions.append(route.allWords()).append(" \n ");
        directions.append(Concept.of(dosage, "method").allWords()).append(" \n ");
        directions.append(Json.text(dosage, "text")).append(" \n ");
        directions.append(Json.text(dosage, "patientInstruction")).append(" \n ");
      }
    }
    return routes;
  }
}
