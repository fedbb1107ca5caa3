package org.cobalink.hooks;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Texts;
import org.cobalink.review.Review;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.check.Evidence;
import org.cobalink.review.check.Finding;
import org.cobalink.review.code.SupportedCode;

/**
 * The Markdown of a card: what was found, what is on record with dates, and what may be answered.
 */
final class Detail {
  private static final int MOST_LABS = 6;
  private static final int MOST_DIAGNOSES = 8;
  private final Texts texts;
  private final Review review;
  private final Finding deciding;
  private final StringBuilder out = new StringBuilder(600);

  Detail(Knowledge knowledge, Review review, Finding deciding) {
    this.texts = knowledge.texts();
    this.review = review;
    this.deciding = deciding;
  }

  String write() {
    paragraph(
        review.injection().administered() ? "card.administration" : "card.order",
        Map.of(
            "drug", escape(review.injection().drug()),
            "date", review.injection().serviceDate().date().toString(),
            "edition", review.edition().orElse("no edition")));
    review.findings().stream().filter(this::isShown).forEach(this::finding);
    if (review.verdict().isFix()) {
      fix();
    }
    evidence();
    if (review.verdict() == Verdict.QUERY) {
      query();
    }
    doubts();
    rules();
    return out.toString().strip();
  }

  /** Where a question is open, corrections that would name other codes are not spoken of. */
  private boolean isShown(Finding f) {
    return review.verdict().isFix() || f.leadsTo() != Verdict.RECODE;
  }

  private void finding(Finding f) {
    paragraph(
        texts.keyOf(f.code(), f.rows(), "detail"),
        Map.of(
            "about",
                f.about().stream()
                    .map(Detail::escape)
                    .map(a -> "“" + a + "”")
                    .collect(Collectors.joining(", ")),
            "date", review.injection().serviceDate().date().toString()));
  }

  private void fix() {
    for (SupportedCode c : review.codes()) {
      if (!c.presumed() && !c.role().status()) {
        paragraph(
            "card.supported",
            Map.of(
                "words", escape(c.words()), "code", c.code(), "title", escape(c.entry().title())));
      }
    }
    if (review.plan().reasons().size() > 1) {
      paragraph(
          "card.sequence",
          Map.of(
              "codes",
              review.plan().reasons().stream()
                  .map(r -> r.code())
                  .collect(Collectors.joining(", "))));
    }
    if (!review.plan().redundant().isEmpty()) {
      paragraph(
          "card.redundant",
          Map.of(
              "words",
              review.plan().redundant().stream()
                  .map(Detail::escape)
                  .collect(Collectors.joining(", "))));
    }
  }

  private void evidence() {
    Set<String> lines = new LinkedHashSet<>();
    review.assessment().entries().stream()
        .filter(Detail::isAbout)
        .limit(MOST_DIAGNOSES)
        .forEach(e -> lines.add(diagnosis(e)));
    review.evidence().stream().limit(MOST_LABS).forEach(e -> lines.add(lab(e)));
    if (!lines.isEmpty()) {
      paragraph("card.evidence", Map.of());
      paragraph(String.join("\n", lines));
    }
  }

  /** What is shown of the chart: whatever may cause, show, follow or be the deficiency. */
  private static boolean isAbout(Entry e) {
    return e.named()
        || e.statements().stream()
            .anyMatch(
                s -> s.says(Assessment.INDICATION) || s.says("b12Evidence") || s.says("anemia"));
  }

  private String diagnosis(Entry e) {
    String words = e.diagnosis().words().isBlank() ? e.ref() : e.diagnosis().words();
    return texts.get(
        "card.diagnosis",
        Map.of(
            "words", escape(words) + codes(e),
            "place", texts.get("place." + e.diagnosis().place().name(), Map.of()),
            "date", e.diagnosis().recorded().map(d -> ", " + d).orElse("")));
  }

  /** Only codes already recorded, beside the words they were recorded with. */
  private static String codes(Entry e) {
    String codes =
        e.diagnosis().icdCodings().stream().map(c -> c.code()).collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : " (" + escape(codes) + ")";
  }

  private String lab(Evidence e) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("name", escape(e.lab().name()));
    places.put("value", e.lab().value().ifKnown().map(v -> v.toPlainString()).orElse("no value"));
    places.put("unit", escape(e.lab().unit().isEmpty() ? "(unit not given)" : e.lab().unit()));
    places.put("reading", e.reading().equals("unknown") ? "not compared" : e.reading());
    places.put("date", e.lab().date().map(Object::toString).orElse("date not given"));
    boolean inWords = e.lab().value().ifKnown().isEmpty() && !e.reading().equals("unknown");
    return texts.get(inWords ? "card.labInWords" : "card.lab", places);
  }

  private void query() {
    String question =
        deciding
            .question()
            .or(() -> texts.find("question." + deciding.code()))
            .or(() -> texts.find("question.default"))
            .orElse("");
    paragraph("**" + question + "**");
    paragraph("card.options", Map.of());
    boolean relation =
        deciding.code().equals("linkUnclear") || deciding.code().equals("presumedLink");
    List<String> options =
        relation
            ? List.of("option.related", "option.unrelated", "option.other", "option.undetermined")
            : review.assessment().statements().anyMatch(s -> s.says(Assessment.INDICATION))
                ? List.of(
                    "option.documented",
                    "option.history",
                    "option.noDiagnosis",
                    "option.other",
                    "option.undetermined")
                : List.of("option.noDiagnosis", "option.other", "option.undetermined");
    paragraph(options.stream().map(o -> texts.get(o, Map.of())).collect(Collectors.joining("\n")));
    paragraph("card.howToAnswer", Map.of());
  }

  private void doubts() {
    Set<String> doubts = new LinkedHashSet<>();
    review.findings().forEach(f -> f.doubt().ifPresent(doubts::add));
    if (review.verdict().isFix() || review.verdict() == Verdict.SUPPORTED) {
      review.codes().forEach(c -> c.doubt().ifPresent(doubts::add));
    }
    doubts.forEach(d -> paragraph("card.doubt", Map.of("doubt", d)));
  }

  private void rules() {
    Set<String> rows = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    review.findings().forEach(f -> rows.addAll(f.rows()));
    review.findings().forEach(f -> sources.addAll(f.sources()));
    review.codes().forEach(c -> rows.addAll(c.rowIds()));
    review.codes().forEach(c -> c.rows().forEach(r -> sources.addAll(r.sources())));
    paragraph(
        "card.rules",
        Map.of("rows", String.join(", ", rows), "sources", String.join(", ", sources)));
  }

  private void paragraph(String key, Map<String, String> places) {
    paragraph(texts.get(key, places));
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  private static String escape(String text) {
    return Markdown.escape(text);
  }
}
