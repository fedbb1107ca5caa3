package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Injection;
import org.cobalink.facts.ServiceDate;
import org.cobalink.fhir.ProductReader.Product;

/** Finds the B12 injections a call is about, and what each names as its reason (contract §1). */
final class InjectionReader {
  private static final Set<String> ORDERS = Set.of("MedicationRequest", "ServiceRequest");
  private static final Set<String> CANCELLED =
      Set.of("cancelled", "entered-in-error", "revoked", "stopped");
  private final Chart chart;
  private final List<Chart.Item> items;
  private final ProductReader products;
  private final Call call;

  InjectionReader(Chart chart, List<Chart.Item> items, ProductReader products, Call call) {
    this.chart = chart;
    this.items = items;
    this.products = products;
    this.call = call;
  }

  /** An order or administration that is a B12 injection. */
  record Candidate(Chart.Item item, Product product, boolean beingSigned) {
    boolean isAdministration() {
      return item.type().equals("MedicationAdministration");
    }
  }

  List<Candidate> candidates(Optional<String> encounter) {
    List<Candidate> found =
        switch (call.occasion()) {
          case SIGN -> orders(Chart.Item::draft, true);
          case SELECT -> orders(i -> i.draft() && call.selections().contains(i.ref()), true);
          case DISCHARGE -> given(encounter);
          case BUNDLE -> {
            List<Candidate> drafts =
                orders(i -> status(i).equals("draft") && isOf(i, "encounter", encounter), true);
            yield drafts.isEmpty() ? given(encounter) : drafts;
          }
          case STORED -> stored();
        };
    return oneEach(found);
  }

  private List<Candidate> orders(
      java.util.function.Predicate<Chart.Item> wanted, boolean beingSigned) {
    List<Candidate> found = new ArrayList<>();
    for (Chart.Item item : items) {
      boolean open =
          ORDERS.contains(item.type())
              && !CANCELLED.contains(status(item))
              && !item.json().path("doNotPerform").asBoolean(false);
      if (open && wanted.test(item)) {
        products.read(item).ifPresent(p -> found.add(new Candidate(item, p, beingSigned)));
      }
    }
    return found;
  }

  /** What the call names, unless it was cancelled or not given. */
  private List<Candidate> stored() {
    List<Candidate> found = new ArrayList<>();
    for (boolean draft : List.of(true, false)) {
      orders(i -> isNamed(i) && status(i).equals("draft") == draft, draft).forEach(found::add);
    }
    given(Optional.empty()).stream()
        .filter(c -> c.isAdministration() && isNamed(c.item()))
        .forEach(found::add);
    return found;
  }

  private boolean isNamed(Chart.Item item) {
    return call.selections().contains(item.ref());
  }

  /** Completed administrations and active orders, of the encounter where one is named. */
  private List<Candidate> given(Optional<String> encounter) {
    List<Candidate> found = new ArrayList<>();
    for (Chart.Item item : items) {
      if (item.type().equals("MedicationAdministration")
          && status(item).equals("completed")
          && isOf(item, "context", encounter)) {
        products.read(item).ifPresent(p -> found.add(new Candidate(item, p, false)));
      }
    }
    List<String> fulfilled = found.stream().map(c -> request(c.item())).toList();
    orders(
            i ->
                status(i).equals("active")
                    && isOf(i, "encounter", encounter)
                    && !fulfilled.contains(i.ref()),
            false)
        .forEach(found::add);
    return found;
  }

  private boolean isOf(Chart.Item item, String field, Optional<String> encounter) {
    String of = chart.reference(Json.first(item.json(), field), item);
    return encounter.isEmpty() || encounter.get().equals(of);
  }

  private String request(Chart.Item administration) {
    return chart.reference(Json.first(administration.json(), "request"), administration);
  }

  private static String status(Chart.Item item) {
    return Json.text(item.json(), "status");
  }

  /** A drug order and the order to give the same dose are one, reviewed as the drug order. */
  private List<Candidate> oneEach(List<Candidate> found) {
    return found.stream()
        .filter(
            c ->
                !c.item().type().equals("ServiceRequest")
                    || found.stream().noneMatch(o -> isSameDose(o.item(), c.item())))
        .toList();
  }

  private boolean isSameDose(Chart.Item drug, Chart.Item service) {
    return drug.type().equals("MedicationRequest")
        && encounterOf(drug).equals(encounterOf(service))
        && Json.date(drug.json(), "authoredOn").equals(Json.date(service.json(), "authoredOn"));
  }

  String encounterOf(Chart.Item item) {
    String field = item.type().equals("MedicationAdministration") ? "context" : "encounter";
    return chart.reference(Json.first(item.json(), field), item);
  }

  Injection injection(Candidate c, DiagnosisReader diagnoses, Optional<LocalDate> encounterStart) {
    List<String> refs = new ArrayList<>();
    List<String> assessed = new ArrayList<>();
    List<String> unresolved = new ArrayList<>();
    List<Diagnosis> codes = new ArrayList<>();
    List<Diagnosis> own = new ArrayList<>();
    if (c.isAdministration()) {
      reasons(c.item(), refs, unresolved, own, diagnoses);
      chart
          .find(request(c.item()))
          .ifPresent(o -> reasons(o, assessed, unresolved, codes, diagnoses));
      assessed.stream().filter(r -> !refs.contains(r)).forEach(refs::add);
    } else {
      reasons(c.item(), refs, unresolved, codes, diagnoses);
      givenWith(c.item()).forEach(s -> reasons(s, refs, unresolved, codes, diagnoses));
      assessed.addAll(refs);
    }
    String request = c.isAdministration() ? request(c.item()) : "";
    return new Injection(
        c.item().ref(),
        c.product().drug(),
        c.isAdministration(),
        c.beingSigned(),
        List.copyOf(refs),
        List.copyOf(assessed),
        List.copyOf(unresolved),
        List.copyOf(codes),
        List.copyOf(own),
        c.product().doubts(),
        request.isEmpty() ? Optional.empty() : Optional.of(request),
        serviceDate(c, encounterStart),
        DoseReader.micrograms(c.item(), c.product().drug()));
  }

  /** The order to give the same dose: one injection with the drug order, so its reasons count. */
  private List<Chart.Item> givenWith(Chart.Item drug) {
    return items.stream()
        .filter(i -> i.type().equals("ServiceRequest") && !CANCELLED.contains(status(i)))
        .filter(i -> isSameDose(drug, i))
        .filter(i -> products.isBareAdministration(i) || products.read(i).isPresent())
        .toList();
  }

  private void reasons(
      Chart.Item item,
      List<String> refs,
      List<String> unresolved,
      List<Diagnosis> codes,
      DiagnosisReader diagnoses) {
    for (JsonNode reference : Json.list(item.json(), "reasonReference")) {
      Optional<Chart.Item> found = chart.resolve(reference, item);
      if (found.filter(f -> f.type().equals("Condition") && items.contains(f)).isPresent()) {
        refs.add(found.get().ref());
      } else {
        unresolved.add(chart.reference(reference, item));
      }
    }
    for (JsonNode code : Json.list(item.json(), "reasonCode")) {
      Diagnosis reason = diagnoses.reasonCode(item, code);
      if (!reason.words().isBlank() || !reason.codings().isEmpty()) {
        codes.add(reason);
      }
    }
  }

  /** Contract, "Dates": as written with its own offset, never converted. */
  private ServiceDate serviceDate(Candidate c, Optional<LocalDate> encounterStart) {
    JsonNode json = c.item().json();
    Optional<LocalDate> authored = Json.date(json, "authoredOn");
    Optional<LocalDate> date =
        c.isAdministration()
            ? Json.date(json, "effectiveDateTime")
                .or(() -> Json.date(json.path("effectivePeriod"), "start"))
            : c.beingSigned() ? authored : Optional.empty();
    return date.or(() -> encounterStart)
        .or(() -> authored)
        .map(d -> new ServiceDate(d, false))
        .orElseGet(() -> new ServiceDate(call.today(), true));
  }
}
