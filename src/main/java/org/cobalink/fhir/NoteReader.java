package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Author;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Place;
import org.cobalink.facts.Verification;
import org.cobalink.knowledge.Knowledge;

/**
 * The assessments of this encounter's notes: the Assessment section of a DocumentReference whose
 * text came along, and what a ClinicalImpression says. Drafts, superseded notes, notes of other
 * encounters and text in other formats than plain and HTML are not read.
 */
final class NoteReader {
  private static final Set<String> UNSIGNED = Set.of("preliminary", "entered-in-error");
  private static final Set<String> VOID = Set.of("entered-in-error", "superseded");
  private static final int LONGEST = 200_000;
  private final Chart chart;
  private final Knowledge knowledge;
  private final Authorship authorship;
  private final Optional<String> encounter;

  NoteReader(Chart chart, Knowledge knowledge, Optional<String> encounter) {
    this.chart = chart;
    this.knowledge = knowledge;
    this.authorship = new Authorship(chart, knowledge.authors());
    this.encounter = encounter;
  }

  List<Diagnosis> read(List<Chart.Item> items) {
    List<Diagnosis> found = new ArrayList<>(0);
    for (Chart.Item item : items) {
      if (item.type().equals("DocumentReference") && isOurs(item, contexts(item))) {
        document(item, found);
      } else if (item.type().equals("ClinicalImpression")
          && isOurs(item, Json.list(item.json(), "encounter"))) {
        impression(item, found);
      }
    }
    return found;
  }

  private static List<JsonNode> contexts(Chart.Item item) {
    return Json.list(item.json().path("context"), "encounter");
  }

  private boolean isOurs(Chart.Item item, List<JsonNode> encounters) {
    JsonNode json = item.json();
    boolean signed = !UNSIGNED.contains(Json.text(json, "docStatus"));
    boolean here =
        encounters.stream()
            .map(e -> chart.reference(e, item))
            .anyMatch(e -> encounter.filter(e::equals).isPresent());
    return signed && here && !VOID.contains(Json.text(json, "status"));
  }

  private void document(Chart.Item item, List<Diagnosis> found) {
    List<JsonNode> by = Json.list(item.json(), "author");
    Optional<LocalDate> date = Json.date(item.json(), "date");
    for (JsonNode content : Json.list(item.json(), "content")) {
      text(content.path("attachment"))
          .ifPresent(
              t ->
                  knowledge
                      .sections()
                      .assessment(t)
                      .forEach(line -> found.add(entry(item, line, by, date))));
    }
  }

  /** All of a ClinicalImpression is an assessment: its summary, and the findings it lists. */
  private void impression(Chart.Item item, List<Diagnosis> found) {
    JsonNode json = item.json();
    List<JsonNode> by = Json.list(json, "assessor");
    Optional<LocalDate> date = Json.date(json, "date");
    List<String> summary = List.of(Json.text(json, "summary").split("\n"));
    List<String> said = new ArrayList<>(knowledge.sections().entries(summary));
    Json.list(json, "finding").forEach(f -> said.add(Concept.of(f, "itemCodeableConcept").words()));
    said.stream()
        .filter(s -> !s.isBlank())
        .forEach(s -> found.add(entry(item, s.strip(), by, date)));
  }

  private Diagnosis entry(
      Chart.Item item, String words, List<JsonNode> by, Optional<LocalDate> date) {
    Author author = authorship.of(item, by);
    return new Diagnosis(
        item.ref(),
        Place.NOTE,
        words,
        true,
        List.of(),
        List.of(),
        true,
        Verification.CONFIRMED,
        author,
        by.isEmpty() ? "" : chart.reference(by.get(0), item),
        List.of(),
        List.of(),
        date);
  }

  /** The text of an attachment that came along; a URL is not followed. */
  private static Optional<String> text(JsonNode attachment) {
    String type = Json.text(attachment, "contentType").toLowerCase(Locale.ROOT);
    boolean html = type.startsWith("text/html") || type.startsWith("application/xhtml");
    if (!html && !type.startsWith("text/plain") && !type.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(Json.text(attachment, "data"));
      Charset charset =
          type.contains("8859") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
      String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), charset);
      return Optional.of(html ? plain(text) : text).filter(t -> !t.isBlank());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The words of an HTML note, a line for each block. */
  private static String plain(String html) {
    return html.replaceAll("(?is)<(script|style)[^>]*>.*?</\\1>", " ")
        .replaceAll("(?i)<(br|/p|/div|/li|/h[1-6]|/tr)[^>]*>", "\n")
        .replaceAll("<[^>]*>", " ")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
