package org.cobalink.knowledge;

import java.util.Locale;

/**
 * The rows that judge how a thing is documented rather than what it is. Each has a line in
 * gates.tsv.
 */
public enum Gate {
  LINK_MISSING,
  REASON_UNRESOLVED,
  NOT_ADDRESSED,
  CODE_MISSING,
  CODE_UNSPECIFIC,
  COMPANION_MISSING,
  CODE_EXCEEDS_WORDS,
  WORDS_AGAINST_CODE,
  CODE_INVALID,
  CODE_HEADER,
  SAME_DEFICIENCY,
  SEQUENCE,
  CHAPTER_15_FIRST,
  EXCLUDES1,
  PROCEDURE_AS_DIAGNOSIS,
  ASSESSMENT_MISSING,
  HISTORY_ONLY,
  HISTORY_PERNICIOUS,
  UNCERTAIN_WORDS,
  UNCERTAIN_STATUS,
  UNCERTAIN_INPATIENT,
  AMBIGUOUS,
  NOT_UNDERSTOOD,
  AUTHOR_NURSE,
  AUTHOR_OTHER,
  DRIFT,
  CONTRADICTION,
  PREVIOUS_VISIT,
  LATE_ENTRY,
  NOT_OBTAINED,
  NO_EDITION,
  EVIDENCE_MISSING,
  EVIDENCE_CONFLICT,
  ROUTE_INTRAVENOUS,
  COMBINATION,
  FORM_UNKNOWN,
  FOREIGN_RESOURCE;

  /** The id of its line in gates.tsv. */
  public String id() {
    return name().replace('_', '-').toUpperCase(Locale.ROOT);
  }
}
