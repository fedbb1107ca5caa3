package org.cobalink.review.assess;

import java.util.List;
import java.util.stream.Stream;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Place;

/**
 * A diagnosis of the chart and how it was read.
 *
 * @param named whether the order or administration names it
 * @param addressed whether a prescriber named it, or it is a diagnosis of this encounter
 * @param statements what it says, after its status was weighed
 * @param byStatus whether it is uncertain by its status, not by its words
 * @param readFromCode whether a code stood for the words
 * @param unread whether it has words that say nothing we know
 */
public record Entry(
    Diagnosis diagnosis,
    boolean named,
    boolean addressed,
    List<Statement> statements,
    boolean byStatus,
    boolean readFromCode,
    boolean unread) {

  /** What counts as documented: certain, current, about the patient, by one who may diagnose. */
  public Stream<Statement> plain() {
    return diagnosis.author().mayDiagnose()
        ? statements.stream().filter(Statement::isPlain)
        : Stream.empty();
  }

  /** What is documented as over: certain, about the patient, by one who may diagnose. */
  Stream<Statement> over() {
    return diagnosis.author().mayDiagnose()
        ? statements.stream().filter(s -> s.time() == Statement.Time.HISTORY && s.isSure())
        : Stream.empty();
  }

  /** The same as if all that is not understood stood as it was named. */
  public Entry asRead() {
    List<Statement> read = statements.stream().map(Statement::asRead).toList();
    return new Entry(diagnosis, named, addressed, read, byStatus, readFromCode, unread);
  }

  public boolean documents(String key) {
    return plain().anyMatch(s -> s.says(key));
  }

  /** Whether it speaks of the thing at all: surely or not, now or once, whoever said it. */
  public boolean raises(String key) {
    return statements.stream().anyMatch(s -> s.isRaised() && s.says(key));
  }

  public String ref() {
    return diagnosis.ref();
  }

  public boolean isOfEncounter() {
    return diagnosis.place() == Place.ENCOUNTER;
  }
}
