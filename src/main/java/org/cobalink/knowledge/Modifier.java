package org.cobalink.knowledge;

import java.util.List;
import java.util.Set;

/** What a phrase of modifiers.tsv does to the words around it, and where. */
public record Modifier(Effect effect, Direction direction) {
  private static final Set<Direction> BACK =
      Set.of(Direction.BACKWARD, Direction.ADJACENT, Direction.TRAILING, Direction.BETWEEN);

  /** Whether a phrase of the table, in all that it may do to a diagnosis, takes it back. */
  public static boolean takeBack(List<Modifier> phrase) {
    List<Modifier> own = phrase.stream().filter(m -> m.effect != Effect.OF_THING).toList();
    return !own.isEmpty() && own.stream().allMatch(m -> m.effect.takesBack());
  }

  /** Whether the phrase is known before a diagnosis too, not only behind one. */
  public boolean isKnownBefore() {
    return effect != Effect.IGNORE && !BACK.contains(direction);
  }

  public boolean isBox() {
    return direction == Direction.BOX;
  }
}
