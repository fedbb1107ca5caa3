package org.cobalink.review.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Injection;
import org.cobalink.facts.Place;
import org.cobalink.knowledge.Knowledge;

/** Reads every diagnosis of the chart for one injection. */
public final class Assessor {
  private final Knowledge knowledge;

  public Assessor(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  public Assessment assess(Facts facts, Injection injection, LocalDate date) {
    EntryReader reader = new EntryReader(knowledge, date);
    Map<String, Diagnosis> chart = new LinkedHashMap<>();
    facts.diagnoses().forEach(d -> chart.put(d.ref(), d));
    List<Entry> entries = new ArrayList<>();
    for (String ref : injection.reasonRefs()) {
      Diagnosis d = chart.get(ref);
      if (d != null) {
        boolean addressed = d.place() == Place.ENCOUNTER || injection.assessedRefs().contains(ref);
        entries.add(reader.read(d, true, addressed, chart));
      }
    }
    for (Diagnosis d : injection.reasonCodes()) {
      entries.add(reader.read(d, true, true, chart));
    }
    for (Diagnosis d : facts.diagnoses()) {
      if (!injection.reasonRefs().contains(d.ref())) {
        boolean today = d.place() == Place.ENCOUNTER || d.place() == Place.NOTE;
        entries.add(reader.read(d, false, today, chart));
      }
    }
    List<Entry> given =
        injection.ownReasonCodes().stream().map(d -> reader.read(d, true, false, chart)).toList();
    return new Assessment(List.copyOf(entries), given);
  }

  /** How one text is read, for {@code --why} and for the examples of the lexicon. */
  public List<Statement> read(String text) {
    return new TextReader(knowledge).read(text);
  }

  /** The words of a text that no table knows: what stands beside them may be asked about. */
  public List<String> unknownWords(String text) {
    return new TextReader(knowledge).unknownWords(text);
  }
}
