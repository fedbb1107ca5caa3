package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All tables, loaded once and checked whole. {@link #load()} refuses with a {@link
 * KnowledgeException} that names every gap, overlap, missing source and code that is not valid in
 * the years its row holds.
 */
public final class Knowledge {
  private final Concepts concepts;
  private final Lexicon lexicon;
  private final Roles roles;
  private final DecisionTable rows;
  private final Says says;
  private final Contains contains;
  private final Companions companions;
  private final IndexWith indexWith;
  private final Notes notes;
  private final List<PayerRule> payerRules;
  private final Sections sections;
  private final Icd10cm icd10cm;
  private final Thresholds thresholds;
  private final Products products;
  private final Authors authors;
  private final Texts texts;
  private final List<Lab> labs;
  private final Map<Gate, GateRow> gates = new EnumMap<>(Gate.class);
  private final Map<String, FindingKind> findings = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();

  private Knowledge(Problems problems) {
    concepts = new Concepts(Tsv.read("concepts", problems), problems);
    lexicon = new LexiconReader(concepts, problems).read();
    roles = new Roles(problems);
    List<Row> parsed =
        Tsv.read("rows", problems).stream().map(l -> Row.parse(l, concepts, problems)).toList();
    rows = new DecisionTable(parsed, concepts);
    says = new Says(concepts, problems);
    contains = new Contains(problems);
    indexWith = new IndexWith(concepts, problems);
    companions = new Companions(concepts, problems);
    notes = new Notes(problems);
    payerRules =
        Tsv.read("payer", problems).stream()
            .map(l -> PayerRule.parse(l, concepts, problems))
            .toList();
    sections = new Sections(problems);
    icd10cm = new Icd10cm(problems);
    thresholds = new Thresholds(problems);
    products = new Products(problems);
    authors = new Authors(problems);
    texts = new Texts(problems);
    labs = Tsv.read("labs", problems).stream().map(Lab::parse).toList();
    for (Tsv.Line l : Tsv.read("findings", problems)) {
      FindingKind kind =
          new FindingKind(
              l.get("finding"),
              l.get("leadsTo"),
              l.get("severity"),
              l.get("display"),
              l.get("why"),
              l.get("answer"));
      problems.check(findings.put(kind.code(), kind) == null, l + ": finding given twice");
    }
    for (Tsv.Line l : Tsv.read("sources", problems)) {
      Source s = new Source(l.get("id"), l.get("title"), l.get("publisher"), l.get("status"));
      problems.check(sources.put(s.id(), s) == null, l + ": source given twice");
    }
    for (Tsv.Line l : Tsv.read("gates", problems)) {
      GateRow row = GateRow.parse(l, problems);
      try {
        gates.put(Gate.valueOf(row.id().replace('-', '_')), row);
      } catch (IllegalArgumentException e) {
        problems.add(l + ": no such gate");
      }
    }
  }

  /** Loads and checks everything. */
  public static Knowledge load() {
    Problems problems = new Problems();
    Knowledge knowledge = new Knowledge(problems);
    new KnowledgeCheck(knowledge, problems).run();
    problems.throwIfAny();
    return knowledge;
  }

  public Concepts concepts() {
    return concepts;
  }

  public Roles roles() {
    return roles;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  public DecisionTable rows() {
    return rows;
  }

  public Says says() {
    return says;
  }

  public Contains contains() {
    return contains;
  }

  public Companions companions() {
    return companions;
  }

  public IndexWith indexWith() {
    return indexWith;
  }

  public Sections sections() {
    return sections;
  }

  public List<PayerRule> payerRules() {
    return payerRules;
  }

  public Notes notes() {
    return notes;
  }

  public Icd10cm icd10cm() {
    return icd10cm;
  }

  public Thresholds thresholds() {
    return thresholds;
  }

  public Products products() {
    return products;
  }

  public Authors authors() {
    return authors;
  }

  public Texts texts() {
    return texts;
  }

  public List<Lab> labs() {
    return labs;
  }

  public Optional<Lab> lab(String id) {
    return labs.stream().filter(l -> l.id().equals(id)).findFirst();
  }

  public GateRow gate(Gate gate) {
    return gates.get(gate);
  }

  public Map<Gate, GateRow> gates() {
    return gates;
  }

  /** Every line that a review can name, of whatever table. */
  public Stream<KnowledgeRow> lines() {
    return Stream.of(
            rows.rows().stream(),
            gates.values().stream(),
            companions.all().stream(),
            payerRules.stream(),
            says.all())
        .flatMap(s -> s);
  }

  /** The lines whose codes name this one on a date. */
  public List<String> usersOf(String code, LocalDate date) {
    return Stream.of(
            rows.rows().stream()
                .filter(r -> r.dates().holds(date))
                .filter(r -> r.codes().stream().anyMatch(c -> c.code().equals(code)))
                .map(Row::id),
            companions.all().stream()
                .filter(c -> c.dates().holds(date) && c.code().equals(code))
                .map(Companion::id),
            contains.codes(date).stream().filter(code::equals).distinct().map(c -> "contains.tsv"))
        .flatMap(s -> s)
        .toList();
  }

  public FindingKind finding(String code) {
    return findings.get(code);
  }

  public Map<String, FindingKind> findings() {
    return findings;
  }

  public Map<String, Source> sources() {
    return sources;
  }
}
