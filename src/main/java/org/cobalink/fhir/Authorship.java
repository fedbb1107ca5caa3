package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.cobalink.facts.Author;
import org.cobalink.knowledge.Authors;

/** Who made a statement (contract, "Whose words"): a non-provider only by a positive sign. */
final class Authorship {
  private static final Set<String> OTHERS =
      Set.of("Patient", "RelatedPerson", "Device", "Organization");
  private final Chart chart;
  private final Authors authors;

  Authorship(Chart chart, Authors authors) {
    this.chart = chart;
    this.authors = authors;
  }

  Author of(Chart.Item item, List<JsonNode> references) {
    Author found = Author.UNKNOWN;
    for (JsonNode reference : references) {
      Author one = of(item, reference);
      if (one == Author.PROVIDER) {
        return one;
      }
      found = one == Author.UNKNOWN ? found : one;
    }
    return found;
  }

  /** An author given as mere words: a nurse where the words say so. */
  Author ofWords(String words) {
    return authors.isNurse(words) ? Author.NURSE : Author.UNKNOWN;
  }

  private Author of(Chart.Item item, JsonNode reference) {
    String ref = chart.reference(reference, item);
    String display = Json.text(reference, "display");
    var resolved = chart.resolve(reference, item);
    String type = resolved.map(Chart.Item::type).orElse(typeOf(ref, Json.text(reference, "type")));
    if (OTHERS.contains(type)) {
      return Author.OTHER;
    }
    String role = display + " \n " + resolved.map(Authorship::role).orElse("");
    if (authors.isNurse(role)) {
      return Author.NURSE;
    }
    boolean known = type.equals("Practitioner") || type.equals("PractitionerRole");
    return known || !display.isBlank() ? Author.PROVIDER : Author.UNKNOWN;
  }

  private static String typeOf(String ref, String declared) {
    String[] parts = ref.split("/");
    return parts.length > 1 ? parts[parts.length - 2] : declared;
  }

  /** The words of a role: PractitionerRole.code and specialty, or Practitioner.qualification. */
  private static String role(Chart.Item item) {
    StringBuilder words = new StringBuilder();
    Json.list(item.json(), "code").forEach(c -> append(words, Concept.of(c)));
    Json.list(item.json(), "qualification").forEach(q -> append(words, Concept.of(q, "code")));
    return words.toString();
  }

  private static void append(StringBuilder words, Concept concept) {
    words.append(concept.allWords()).append(" \n ");
    concept.codings().forEach(c -> words.append(c.code()).append(" \n "));
  }
}
