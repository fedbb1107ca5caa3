package org.cobalink.knowledge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What function words do in a note (roles.tsv), whatever they stand beside. */
public final class Roles {
  /** What a word does. */
  public enum Role {
    /** Makes what it opens a condition, a guess or somebody's word: "if", "per". */
    CONDITION,
    /** Opens a part that ascribes the next: "Per website, ...". */
    ASCRIBES,
    /** Names what was said before: "this", "the diagnosis". */
    REFERS,
    /** Is the one thing named before, at the end of what says what is due to it: "due to it". */
    PRONOUN,
    /** Names it by a noun that must stand in its name: "the deficiency". */
    NAMES_AGAIN,
    /** Names the one of two things that was named first: "the former". */
    FORMER,
    /** Names the other of two things: "the latter". */
    LATTER,
    /** Stands before the noun of two things named before: "both deficiencies". */
    BOTH,
    /** Stands before what was named before: "the", "her". */
    DEFINITE,
    /** Stands before the number of an item that is meant: "secondary to #1". */
    ITEM_NUMBER,
    /** Ends words that put what follows in the place of what was said: "changed to". */
    CORRECTS,
    /** Opens a clause that goes on about what was said before: "it was wrong". */
    GOES_ON,
    /** Says that a thing was only talked of: "gastric bypass reviewed". */
    TALKS_OF,
    /** Stands between the words of a heading: "Diseases of the family:". */
    IN_HEADING,
    /** A period behind it ends no sentence: "approx". */
    ABBREVIATION,
    /** Stands before the name of a person, written so: "Dr". */
    HONORIFIC,
    /** Stands before a name, never with a period between: "daughter". */
    BEFORE_NAME,
    /** Stands before the name of a place or product: "at". */
    BEFORE_PLACE,
    /** Ends a linker that belongs to the word before it alone: "metformin-induced". */
    ATTACHED,
    /** Opens a linker of which several things are the subject: "... and ... have caused". */
    PLURAL,
    /** In a linker, names the cause by a noun: "as the cause of". */
    CAUSE_NOUN,
    /** Says what a thing is: "the anemia is thalassemia". */
    SAYS,
    /** Stands in a sentence that tells, which remarks do not: "that was her sister". */
    TELLS
  }

  private final Map<Role, Set<String>> words = new EnumMap<>(Role.class);

  Roles(Problems problems) {
    for (Tsv.Line line : Tsv.read("roles", problems)) {
      String name = line.get("role").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
      try {
        words.computeIfAbsent(Role.valueOf(name), r -> new HashSet<>()).add(line.get("word"));
      } catch (IllegalArgumentException e) {
        problems.add(line + ": unknown role " + line.get("role"));
      }
    }
  }

  /** Whether a word plays a role: in lower case, but for those that stand before a name. */
  public boolean plays(Role role, String word) {
    return words.getOrDefault(role, Set.of()).contains(word);
  }
}
