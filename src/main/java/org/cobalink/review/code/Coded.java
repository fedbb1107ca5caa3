package org.cobalink.review.code;

import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Row;
import org.cobalink.review.assess.Entry;

/**
 * The rows that apply to a set of diagnoses, and the codes they give.
 *
 * @param scope the diagnoses looked at
 * @param deciding rows that support an injection, or that a person must decide
 * @param others rows of other diseases, symptoms, findings and purposes
 * @param codes in reporting order
 */
public record Coded(
    List<Entry> scope, List<Row> deciding, List<Row> others, List<SupportedCode> codes) {

  public Optional<SupportedCode> find(String code) {
    return codes.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** Whether some row says that what is documented supports an injection. */
  public boolean supports() {
    return deciding.stream().anyMatch(r -> r.supports() == Row.Supports.YES);
  }
}
