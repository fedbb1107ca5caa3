package org.cobalink.knowledge;

/** A phrase of modifiers.tsv: what it does to the words around it, and where. */
public record Modifier(String phrase, Effect effect, Direction direction) {
  public boolean isBox() {
    return direction == Direction.BOX;
  }
}
