package org.cobalink.knowledge;

import java.util.List;

/** Words of a role that tell a nurse from one who may diagnose (authors.tsv; guideline I.B.14). */
public final class Authors {
  private final Phrases<String> phrases = new Phrases<>();

  Authors(Problems problems) {
    for (Tsv.Line line : Tsv.read("authors", problems)) {
      phrases.add(
          Tokens.of(line.get("phrase")).stream().map(Tokens.Token::text).toList(),
          line.get("role"));
    }
  }

  /** Whether the words of a role name a nursing role and none that diagnoses. */
  public boolean isNurse(String role) {
    List<String> roles =
        phrases.find(Tokens.of(role)).stream().flatMap(m -> m.values().stream()).toList();
    return roles.contains("nurse") && !roles.contains("provider");
  }
}
